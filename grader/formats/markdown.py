"""The report as a letter to the student, in Markdown: what to look at, and on which example."""

import re
from collections.abc import Iterator, Sequence

from grader.formats._options import DEFAULT, Options
from grader.report import CheckResult, Counterexample, Problem, Report, Status, Verdict
from grader.text import label, line, shortened

_SPECIAL = re.compile(
    r"[\\`*{}\[\]<>()#+!|~&$@]|(?<!\w)_|_(?!\w)|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE
)
_LIMIT = 4000
_SILENT = (Verdict.PASSED, Verdict.SKIPPED, Verdict.NOT_ATTEMPTED, Verdict.UNGRADED)
"""Verdicts of checks that have no paragraph of their own."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """The letter. Nothing in it can pass for a heading, a link or HTML that the student wrote."""
    return "\n\n".join(_parts(report, options)) + "\n"


def _parts(report: Report, options: Options) -> Iterator[str]:
    is_graded = report.status is Status.GRADED
    total = f": {_points(report.score, report.max_score)}" if is_graded else ""
    yield f"# {escaped(report.title)}{total}"
    about = [code(part) for part in (report.exercise, options.student, report.submission) if part]
    yield " · ".join(about)
    yield f"Hello{' ' + escaped(options.name) if options.name else ''},"
    if not is_graded:
        yield (
            "Your work could not be graded yet. That is our fault and not yours: it has no score, "
            "and it will be graded again."
        )
        return
    yield _opening(report)
    for problem in report.problems:
        yield from _problem(problem)
    functions = list(dict.fromkeys(check.function for check in report.checks))
    yield _table({f: [c for c in report.checks if c.function == f] for f in functions})
    if _alike(report.checks):
        yield from _check(report.checks[0], "Every check ended alike")
        functions = []
    for function in functions:
        yield from _function(function, [c for c in report.checks if c.function == function])
    if not report.passed:
        exercise = code(f"grader check {line(report.exercise)}")
        yield f"To see it for yourself, run {exercise} as often as you like. Good luck!"


def _opening(report: Report) -> str:
    if report.passed:
        return "Every check passed. Well done!"
    if report.score == 0:
        return "There are no points yet. Here is where to begin."
    return (
        f"You have {report.score:g} of {report.max_score:g} points. What did not pass is below, "
        "each on the smallest example that shows it."
    )


def _problem(problem: Problem) -> Iterator[str]:
    where = problem.where + (f", line {problem.line}" if problem.line else "")
    yield "Something concerns the file as a whole:"
    yield fenced("\n".join(part for part in (f"{where}: {problem.message}", problem.text) if part))


def _table(functions: dict[str, list[CheckResult]]) -> str:
    rows = [f"| {escaped(name)} | {_total(checks)} |" for name, checks in functions.items()]
    return "\n".join(["| function | points |", "| --- | ---: |", *rows])


def _function(name: str, checks: Sequence[CheckResult]) -> Iterator[str]:
    if all(check.verdict is Verdict.PASSED for check in checks):
        return
    yield f"## {code(name)}: {_total(checks)}"
    shown = [check for check in checks if check.verdict not in _SILENT]
    said: set[tuple[Verdict, str]] = set()
    for check in shown:
        if check.counterexample or (check.verdict, check.message) not in said:
            yield from _check(check)
        said.add((check.verdict, check.message))
    missing = [check for check in checks if check.verdict is Verdict.NOT_ATTEMPTED]
    if missing:
        yield f"Not attempted yet: {escaped(missing[0].message or name)}."
    waiting = [code(check.name) for check in checks if check.verdict is Verdict.SKIPPED]
    if waiting:
        yield f"Waiting until what is above passes: {', '.join(waiting)}."


def _alike(checks: Sequence[CheckResult]) -> bool:
    """Whether one thing, said of every check, is all that there is to say."""
    said = {(check.verdict, check.message, check.counterexample is None) for check in checks}
    return len(checks) > 1 and len(said) == 1 and checks[0].verdict not in _SILENT


def _check(check: CheckResult, heading: str = "") -> Iterator[str]:
    points = _points(check.points, check.max_points)
    yield f"### ✗ {heading or f'{escaped(check.title)} ({points})'}"
    if check.message:
        yield fenced(check.message)
    if check.mistake:
        yield f"**Hint:** {_hint(check.mistake.hint)}"
    if check.counterexample:
        yield from _example(check.counterexample)
    if check.output:
        yield "It printed:"
        yield fenced(check.output)


def _example(shown: Counterexample) -> Iterator[str]:
    rows = [*shown.inputs.items(), ("expected", shown.expected), ("returned", shown.returned)]
    rows = [(line(name), value) for name, value in rows if value]
    if rows:
        width = max(len(name) for name, _ in rows)
        yield "The smallest example:"
        yield fenced("\n".join(f"{name:{width}}  {value}" for name, value in rows))
    if shown.try_it:
        yield "Try it:"
        yield fenced(shown.try_it, "python")


def _total(checks: Sequence[CheckResult]) -> str:
    return _points(sum(c.points for c in checks), sum(c.max_points for c in checks))


def _points(reached: float, most: float) -> str:
    return f"{reached:g} / {most:g}"


def _hint(text: str) -> str:
    """An author's hint: what stands between backticks is code."""
    parts = line(text).split("`")
    return "".join(
        code(p) if i % 2 and p.strip() else escaped(p, False) for i, p in enumerate(parts)
    )


def escaped(text: str, alone: bool = True) -> str:
    """The text in one line that Markdown shows as it is; `alone` also cuts it to a label."""
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
