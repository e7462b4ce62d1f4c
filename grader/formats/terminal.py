"""The report for a student: what is right, what is not, on which input, and why."""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from grader.formats._options import DEFAULT, Options
from grader.formats._words import about_the_file, said
from grader.report import CheckResult, Counterexample, Problem, Report, Status, Verdict
from grader.text import Message, Words, clean, line, source_lines, template

_MARKS = {
    Verdict.PASSED: ("✓", "green"),
    Verdict.FAILED: ("✗", "red"),
    Verdict.ERROR: ("✗", "red"),
    Verdict.TIMEOUT: ("✗", "red"),
    Verdict.CRASHED: ("✗", "red"),
    Verdict.NOT_ATTEMPTED: ("·", "yellow"),
    Verdict.SKIPPED: ("-", "dim"),
    Verdict.UNGRADED: ("?", "magenta"),
}
_VERDICTS = {
    Verdict.PASSED: template("passed"),
    Verdict.FAILED: template("failed"),
    Verdict.ERROR: template("error"),
    Verdict.TIMEOUT: template("timeout"),
    Verdict.CRASHED: template("crashed"),
    Verdict.NOT_ATTEMPTED: template("not attempted"),
    Verdict.SKIPPED: template("skipped"),
    Verdict.UNGRADED: template("ungraded"),
}
_MAX_OUTPUT_LINES = 12
_MAX_MESSAGE_LINES = 20
_MAX_LINE = 400
"""Characters of a line: five rows of a terminal."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """The report as text for a terminal."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=min(options.width, 100),
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for part in _parts(report, options.verbose, Words(options.language)):
        console.print(part)
    return "\n".join(line.rstrip() for line in source_lines(buffer.getvalue())) + "\n"


def _parts(report: Report, verbose: bool, words: Words) -> Iterator[RenderableType]:
    yield Text.assemble(
        (f"{report.exercise} ", "bold"), f"{report.title} · ", clean(report.submission)
    )
    if report.course is not None:
        yield Text(line(words("course: {course}", course=report.course)))
    for problem in report.problems:
        yield _problem(problem, words)
    is_undecided = report.status is Status.UNDECIDED  # then no check was run
    for function in dict.fromkeys(c.function for c in report.checks if not is_undecided):
        checks = [check for check in report.checks if check.function == function]
        yield Text()
        yield from _function(checks, report.exercise, verbose, words)
    yield Text()
    yield _total(report, words)
    if verbose:
        yield Text(
            f"isolation {report.isolation} · key {report.key_fingerprint} · "
            f"{report.duration_s:g} s",
            "dim",
        )


def _problem(problem: Problem, words: Words) -> RenderableType:
    text = Text.assemble(("! ", "yellow"), clean(about_the_file(problem, words)))
    if problem.text:
        lines = "\n".join(clean_lines(problem.text))
        return Group(text, Padding(Text(lines, "dim"), (0, 0, 0, 4)))
    return text


def _row(left: Text, right: Text) -> Table:
    row = Table.grid(expand=True, padding=(0, 1))
    row.add_column(ratio=1, overflow="fold")
    row.add_column(justify="right", no_wrap=True)
    row.add_row(left, right)
    return row


def _function(
    checks: list[CheckResult], exercise: str, verbose: bool, words: Words
) -> Iterator[RenderableType]:
    points, most = sum(c.points for c in checks), sum(c.max_points for c in checks)
    yield _row(Text(checks[0].function, "bold"), Text(f"{points:g} / {most:g}", "bold"))
    first = checks[0]
    said_once = first.message and not any(
        check.counterexample or (check.verdict, check.said) != (first.verdict, first.said)
        for check in checks
    )
    if said_once and not verbose:
        mark, style = _MARKS[first.verdict]
        verdict = words(_VERDICTS[first.verdict])
        text = clean(said(first, words))
        yield _indented(Text.assemble((f"{mark} ", style), f"{verdict}: ", text))
        return
    noted: set[Message | None] = {None}
    for check in checks:
        if check.verdict is Verdict.SKIPPED:
            continue
        yield _indented(_check_line(check, verbose))
        if check.verdict is Verdict.PASSED and check.message not in noted:
            yield Padding(Text(clean(said(check, words)), "dim"), (0, 0, 0, 4))
            noted.add(check.message)
        if check.verdict not in (Verdict.PASSED, Verdict.NOT_ATTEMPTED):
            yield Padding(Group(*_details(check, exercise, words)), (0, 0, 0, 4))
        elif verbose and check.output:
            yield Padding(Group(*_output(check.output, words)), (0, 0, 0, 4))
    if skipped := [check for check in checks if check.verdict is Verdict.SKIPPED]:
        yield _indented(_skipped_line(skipped, words))


def _skipped_line(checks: list[CheckResult], words: Words) -> Table:
    """The checks that wait for those above them to pass, in one line."""
    mark, style = _MARKS[Verdict.SKIPPED]
    names = ", ".join(check.name for check in checks)
    waiting = words("skipped until what is above passes: {checks}", checks=names)
    left = Text(f"{mark} {waiting}", style)
    return _row(left, Text(f"0 / {sum(check.max_points for check in checks):g}", style))


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, 2))


def _check_line(check: CheckResult, verbose: bool) -> Table:
    mark, style = _MARKS[check.verdict]
    left = Text.assemble((f"{mark} ", style), check.title)
    if verbose:
        left.append(f"  {check.name}", "dim")
    passed = check.verdict is Verdict.PASSED
    right = f"{check.points:g}" if passed else f"{check.points:g} / {check.max_points:g}"
    return _row(left, Text(right, style))


def _details(check: CheckResult, exercise: str, words: Words) -> Iterator[RenderableType]:
    lines = _at_most(_MAX_MESSAGE_LINES, clean_lines(said(check, words)), words)
    yield Text("\n".join(lines), "red" if check.verdict is not Verdict.UNGRADED else "magenta")
    if check.counterexample:
        yield _example(check.counterexample, words)
    if check.mistake:
        yield Text.assemble((words("hint") + "  ", "cyan"), clean(check.mistake.hint))
    if check.output:
        yield from _output(check.output, words)
    if check.counterexample:
        again = f"grader check {exercise} --only {check.name}"
        yield Text(words("try it  (and then: {command})", command=again), "cyan")
        code = "\n".join(clean_lines(check.counterexample.try_it))
        yield Padding(
            Syntax(code, "python", theme="ansi_dark", background_color="default", word_wrap=True),
            (0, 0, 0, 2),
        )
    yield Text()


def clean_lines(text: str) -> list[str]:
    """The text's lines, each cleaned."""
    return [clean(line) for line in source_lines(text)]


def _example(example: Counterexample, words: Words) -> Table:
    rows: Iterable[tuple[str, str]] = [
        *example.inputs.items(),
        (words("expected"), example.expected),
        (words("returned"), example.returned),
    ]
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in ((name, value) for name, value in rows if value):
        table.add_row(Text(name), Text(clean(value)))
    return table


def _output(output: str, words: Words) -> Iterator[RenderableType]:
    shown = _at_most(_MAX_OUTPUT_LINES, clean_lines(output), words)
    yield Text(words("it printed"), "cyan")
    yield Padding(Text("\n".join(shown), "dim"), (0, 0, 0, 2))


def _at_most(count: int, lines: list[str], words: Words) -> list[str]:
    """The first lines, each cut to a readable length, and how many more there are."""
    shown = [x if len(x) <= _MAX_LINE else f"{x[:_MAX_LINE]} ..." for x in lines[:count]]
    more = len(lines) - len(shown)
    return [*shown, words("... and {count} more lines", count=more)] if more else shown


def _total(report: Report, words: Words) -> RenderableType:
    if report.status is Status.UNGRADED:
        reason = report.reason or Message("no reason was given")
        text = words("not graded, by no fault of the file: {reason}", reason=reason)
        return Text(clean(text), "magenta")
    if report.status is Status.UNDECIDED:
        reason = report.reason or Message("no reason was given")
        return Text(clean(words("undecided: {reason}", reason=reason)), "magenta")
    style = "bold green" if report.passed else "bold"
    return _row(
        Text(words("score"), style), Text(f"{report.score:g} / {report.max_score:g}", style)
    )
