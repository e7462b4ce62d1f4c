"""The report as a letter to the student, in Markdown: what to look at, and on which example."""

import re
from collections.abc import Iterator, Sequence

from grader.formats._options import DEFAULT, Options
from grader.formats._words import about_the_file, command, outcomes, ruled, said
from grader.report import (
    CheckResult,
    Counterexample,
    Problem,
    Report,
    Ruling,
    Status,
    Verdict,
    sum_of_points,
)
from grader.text import (
    Kind,
    Message,
    Words,
    columns,
    label,
    line,
    padded,
    pieces,
    shortened,
    template,
)

_SPECIAL = re.compile(
    r"[\\`*{}\[\]<>#+!|~&$@]|(?<!\w)_|_(?!\w)|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE
)
_LIMIT = 4000
_TOTAL = template("{of}: {points}")
_SILENT = (Verdict.PASSED, Verdict.SKIPPED, Verdict.NOT_ATTEMPTED, Verdict.UNGRADED)
"""Verdicts of checks that have no paragraph of their own."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """The letter. What a student wrote can't become a heading, a link or HTML in it."""
    return "\n\n".join(_parts(report, options)) + "\n"


def _parts(report: Report, options: Options) -> Iterator[str]:
    words = Words(options.language)
    is_graded = report.status is Status.GRADED
    ruling = options.ruling
    title = escaped(report.title)
    if ruling is not None and ruling.score is not None:
        score = ruling.score if options.score is None else options.score
        title = words(_TOTAL, of=title, points=_points(score, ruling.most))
    elif ruling is None and is_graded:
        score = report.score if options.score is None else options.score
        title = words(_TOTAL, of=title, points=_points(score, report.max_score))
    yield f"# {title}"
    about = [code(part) for part in (report.exercise, options.student, report.submission) if part]
    yield " · ".join(about)
    if report.course is not None and not options.student:  # a class has one course
        yield escaped(line(words("course: {course}", course=report.course)), False)
    yield words("Hello {name},", name=escaped(options.name)) if options.name else words("Hello,")
    if options.beside is not None:
        beside = escaped(words(options.beside), False)
        yield words("Please note: {beside}.", beside=beside)
    for told in options.told:
        yield words("Please note: {beside}.", beside=escaped(words(told), False))
    if ruling is not None:
        yield _ruling(ruling, words)
        if ruling.is_whole and not (is_graded and report.reason is None):
            return  # what the machine could not grade is not asked any more
    if report.status is Status.UNDECIDED:
        reason = escaped(words(report.reason or Message("no reason was given")), False)
        yield words(
            "Your work has no score yet, because it is not clear what is to be graded: {reason}.",
            reason=reason,
        )
        return
    if not is_graded:
        yield words(
            "Your work could not be graded yet. That is our fault and not yours: it has no score, "
            "and it will be graded again."
        )
        return
    if ruling is None:
        yield _opening(report, words, options.score)
    else:
        yield words("What the machine found in your work is below.")
    for problem in report.problems:
        yield from _problem(problem, words)
    yield _table(report.functions, words, ruling)
    if _alike(report.checks):
        yield from _check(report.checks[0], words, words("Every check ended alike"))
    else:
        for function, checks in report.functions.items():
            yield from _function(function, checks, words)
    if not report.passed:
        yield words(
            "To see it for yourself, run {command} as often as you like. Good luck!",
            command=code(command("check", report, options)),
        )


def _ruling(ruling: Ruling, words: Words) -> str:
    """What people decided, a point of a list each, with the comment as a quotation below it."""
    lines = [words("A person has looked at your work:"), ""]
    for told, comment in ruled(ruling, words):
        lines.append(f"- {escaped(line(told), False)}")
        if comment:
            lines += ["", f"  > {escaped(line(comment), False)}", ""]
    return "\n".join(lines).rstrip()


def _opening(report: Report, words: Words, score: float | None) -> str:
    if report.passed:
        return words("Every check passed. Well done!")
    if report.score == 0:
        return words("There are no points yet. Here is where to begin.")
    return words(
        "You have {score} of {most} points. What did not pass is below, "
        "each on a small example that shows it.",
        score=f"{report.score if score is None else score:g}",
        most=f"{report.max_score:g}",
    )


def _problem(problem: Problem, words: Words) -> Iterator[str]:
    yield words("Something concerns the file as a whole:")
    text = about_the_file(problem, words)
    yield fenced("\n".join(part for part in (text, problem.text) if part))


def _table(functions: dict[str, list[CheckResult]], words: Words, ruling: Ruling | None) -> str:
    rows = [f"| {escaped(name)} | {_total(checks, ruling)} |" for name, checks in functions.items()]
    return "\n".join([words("| function | points |"), "| --- | ---: |", *rows])


def _function(name: str, checks: Sequence[CheckResult], words: Words) -> Iterator[str]:
    notes = [check for check in checks if check.verdict is Verdict.PASSED and check.message]
    if all(check.verdict is Verdict.PASSED for check in checks) and not notes:
        return
    yield "## " + words(_TOTAL, of=code(name), points=_total(checks))
    for note in dict.fromkeys(said(check, words) for check in notes):
        passed = ", ".join(code(check.name) for check in notes if said(check, words) == note)
        yield "✓ " + words("{place}: {note}", place=passed, note=escaped(note, False))
    shown = [check for check in checks if check.verdict not in _SILENT]
    seen: set[tuple[Verdict, tuple[Message, ...]]] = set()
    for check in shown:
        if check.counterexample or (check.verdict, check.said) not in seen:
            yield from _check(check, words)
        seen.add((check.verdict, check.said))
    missing = [check for check in checks if check.verdict is Verdict.NOT_ATTEMPTED]
    if missing:
        what = escaped(said(missing[0], words) or name)
        yield words("Not attempted yet: {what}.", what=what)
    skipped = [check for check in checks if check.verdict is Verdict.SKIPPED]
    waiting = [code(check.name) for check in skipped]
    if len(skipped) == len(checks) and (what := said(skipped[0], words)):
        yield words("Not checked yet: {what}.", what=escaped(what, False))
    elif waiting:
        yield words("Waiting until what is above passes: {checks}.", checks=", ".join(waiting))


def _alike(checks: Sequence[CheckResult]) -> bool:
    """Whether every check says the same, so that it is said once."""
    seen = {(check.verdict, check.said, check.counterexample is None) for check in checks}
    return len(checks) > 1 and len(seen) == 1 and checks[0].verdict not in _SILENT


def _check(check: CheckResult, words: Words, heading: str = "") -> Iterator[str]:
    points = _points(check.points, check.max_points)
    title = heading or words("{title} ({points})", title=escaped(check.title), points=points)
    yield f"### ✗ {title}"
    if check.message:
        yield fenced(said(check, words))
    if check.mistake:
        yield words("**Hint:** {hint}", hint=_hint(check.mistake.hint))
    if check.counterexample:
        yield from _example(check.counterexample, words)
    if check.output:
        yield words("It printed:")
        yield fenced(check.output)


def _example(shown: Counterexample, words: Words) -> Iterator[str]:
    rows = [*shown.inputs.items(), *outcomes(shown, words)]
    rows = [(line(name), value) for name, value in rows if value]
    if rows:
        width = max(columns(name) for name, _ in rows)
        yield words("A small example:")
        behind = "\n" + " " * (width + 2)
        lines = (f"{padded(n, width)}  {v.replace(chr(10), behind)}" for n, v in rows)
        yield fenced("\n".join(lines))
    if shown.try_it:
        yield words("Try it:")
        yield fenced(shown.try_it, "python")


def _total(checks: Sequence[CheckResult], ruling: Ruling | None = None) -> str:
    """The points of a function, those that count where people decided about it."""
    most = sum_of_points(check.max_points for check in checks)
    if ruling is not None:
        return _points(ruling.points(checks[0].function, checks), most)
    return _points(sum_of_points(check.points for check in checks), most)


def _points(reached: float, most: float) -> str:
    return f"{reached:g} / {most:g}"


def _hint(text: str) -> str:
    """An author's hint, in which text between backticks is code, and between asterisks stressed."""
    return "".join(_piece(kind, piece) for kind, piece in pieces(line(text)))


def _piece(kind: Kind, text: str) -> str:
    if kind is Kind.CODE and text.strip():
        return code(text)
    return f"*{escaped(text)}*" if kind is Kind.EMPHASIS else escaped(text, False)


def escaped(text: str, alone: bool = True) -> str:
    """The text in one line, so that Markdown shows it as it is; `alone` also cuts it to a label."""
    shown = label(text) if alone else text
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", shown)


def code(text: str) -> str:
    """The text as code within a line."""
    shown = label(text)
    if "`" not in shown:
        return f"`{shown}`"
    ticks = "`" * (_longest_run(shown) + 1)
    return f"{ticks} {shown} {ticks}"


def fenced(text: str, language: str = "text") -> str:
    """The text as a block of code, whose fence is longer than any in it."""
    shown = shortened(text, _LIMIT)
    fence = "`" * max(3, _longest_run(shown) + 1)
    return f"{fence}{language}\n{shown}\n{fence}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
