"""How the parts of a report look on a terminal: a check's line, its message, hint and example."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import set_cell_size
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from grader.formats._blocks import clean_lines, example
from grader.formats._options import Options
from grader.formats._words import command, more, nudge, said
from grader.report import CheckResult, Report, Verdict, sum_of_points
from grader.text import Kind, Words, clean, is_chinese, line, pieces, plain, template

MARKS = {
    Verdict.PASSED: ("✓", "green"),
    Verdict.FAILED: ("✗", "red"),
    Verdict.ERROR: ("✗", "red"),
    Verdict.TIMEOUT: ("✗", "red"),
    Verdict.CRASHED: ("✗", "red"),
    Verdict.NOT_ATTEMPTED: ("·", "yellow"),
    Verdict.SKIPPED: ("-", "dim"),
    Verdict.UNGRADED: ("?", "magenta"),
}
VERDICTS = {
    Verdict.PASSED: template("passed"),
    Verdict.FAILED: template("failed"),
    Verdict.ERROR: template("error"),
    Verdict.TIMEOUT: template("timeout"),
    Verdict.CRASHED: template("crashed"),
    Verdict.NOT_ATTEMPTED: template("not attempted"),
    Verdict.SKIPPED: template("skipped"),
    Verdict.UNGRADED: template("ungraded"),
}
BROKEN = (Verdict.FAILED, Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED, Verdict.UNGRADED)
"""Verdicts of checks of which something is said."""

_MOST_LINES = {False: (6, 4), True: (20, 12)}
"""How many lines of a message, and of what was printed: of the short report, and of the whole."""

_MAX_LINE = 400
"""Characters of a line: five rows of a terminal."""

_EMPHASIS = {Kind.PLAIN: "", Kind.CODE: "bold", Kind.EMPHASIS: "italic"}


@dataclass(frozen=True)
class Whole:
    """Lines to copy: none is ever broken, whatever the width."""

    text: Text


Part = RenderableType | Whole


@dataclass(frozen=True)
class View:
    """A report and how it is shown."""

    report: Report
    options: Options
    words: Words

    @property
    def width(self) -> int:
        """Columns to be used: beyond a hundred, text is hard to read."""
        return min(self.options.width, 100)

    def command(self, name: str, check: str = "", more: str = "") -> str:
        """A command for the file of this report."""
        return command(name, self.report, self.options, check, more)


def row(left: Text, right: Text) -> Table:
    """Text, and what stands at the right edge."""
    made = Table.grid(expand=True, padding=(0, 1))
    made.add_column(ratio=1, overflow="fold")
    made.add_column(justify="right", no_wrap=True)
    made.add_row(left, right)
    return made


def one_line(view: View, mark: tuple[str, str], name: str, text: Text, points: str) -> Text:
    """A mark, a name and a text that is cut where the points begin."""
    made = Text.assemble((f"{mark[0]} ", mark[1]), name, "  " if text else "").append_text(text)
    room = view.width - len(points) - 1
    made.truncate(room, overflow="ellipsis")
    made.append(" " * (room - made.cell_len + 1))
    return made.append(points)


def indented(part: RenderableType, by: int = 2) -> Padding:
    """The part, moved to the right."""
    return Padding(part, (0, 0, 0, by))


def check_line(check: CheckResult, verbose: bool) -> Table:
    """A check's mark, title and points."""
    mark, style = MARKS[check.verdict]
    left = Text.assemble((f"{mark} ", style), check.title)
    if verbose:
        left.append(f"  {check.name}", "dim")
    return row(left, Text(points(check), style))


def points(check: CheckResult) -> str:
    """What a check brought, and what it could bring where that is more."""
    if check.verdict is Verdict.PASSED:
        return f"{check.points:g}"
    return f"{check.points:g} / {check.max_points:g}"


def total(checks: Sequence[CheckResult]) -> str:
    """What a function's checks brought, and what they could bring."""
    most = sum_of_points(check.max_points for check in checks)
    return f"{sum_of_points(check.points for check in checks):g} / {most:g}"


def inside(verdict: Verdict) -> tuple[str, str]:
    """The mark of a check that stands below its function."""
    mark, style = MARKS[verdict]
    return f"  {mark}", style


def waiting(view: View, checks: list[CheckResult]) -> Iterator[Part]:
    """The checks that wait for those above them to pass, in one line."""
    skipped = [check for check in checks if check.verdict is Verdict.SKIPPED]
    if skipped:
        names = ", ".join(check.name for check in skipped)
        text = view.words("skipped until what is above passes: {checks}", checks=names)
        if len(skipped) == len(checks) and (what := said(skipped[0], view.words)):
            verdict = view.words(VERDICTS[Verdict.SKIPPED])  # what comes first is not above
            text = view.words("{verdict}: {problem}", verdict=verdict, problem=clean(what))
        most = sum_of_points(check.max_points for check in skipped)
        yield one_line(view, inside(Verdict.SKIPPED), text, Text(), f"0 / {most:g}")


def details(check: CheckResult, view: View, by: int = 4, *, tries: bool = True) -> Iterator[Part]:
    """All that is known of a failure: what is wrong, the example, the hint, what was printed.

    With `tries`, how it can be tried is said as well.
    """
    words, verbose = view.words, view.options.verbose
    most, most_printed = _MOST_LINES[verbose]
    style = "red" if check.verdict is not Verdict.UNGRADED else "magenta"
    lines = _at_most(most, clean_lines(said(check, words)), words)
    if lines:
        yield indented(Text("\n".join(lines), style), by)
    if check.counterexample:
        for text in example(check.counterexample, view.width - by, words):
            yield indented(text, by)
    if told := _hint(check, view):
        yield indented(Text.assemble((words("hint") + "  ", "cyan"), told), by)
    if check.output:
        yield indented(output(check.output, most_printed, words), by)
    if tries:
        yield from _try_it(check, view, by)


def _hint(check: CheckResult, view: View) -> Text:
    """What is told of a hint, and how to be told more; empty where there is none."""
    shown, has_more = nudge(check, view.options)
    if not has_more:
        return hint(shown)
    command = more(check, view.report, view.options)
    says = view.words("({command} says more)", command=command)
    if not shown:
        return Text(says if view.options.more else command)
    return hint(shown).append("" if is_chinese(says[0]) else " ").append(says, "dim")


def hint(text: str) -> Text:
    """An author's hint, without its Markdown; what is code keeps its backticks."""
    made = Text()
    for kind, piece in pieces(text):
        shown = clean(plain(piece))
        made.append(f"`{shown}`" if kind is Kind.CODE else shown, _EMPHASIS[kind])
    return made


def output(text: str, most: int, words: Words) -> RenderableType:
    """What a call printed."""
    shown = _at_most(most, clean_lines(text), words)
    return Group(Text(words("it printed"), "cyan"), indented(Text("\n".join(shown), "dim")))


def _at_most(count: int, lines: list[str], words: Words) -> list[str]:
    """The first lines, each cut to a readable length, and how many more there are."""
    shown = [x if len(x) <= _MAX_LINE else f"{x[:_MAX_LINE]} ..." for x in lines[:count]]
    more = len(lines) - len(shown)
    return [*shown, words("... and {count} more lines", count=more)] if more else shown


def _try_it(check: CheckResult, view: View, by: int) -> Iterator[Part]:
    """How to try the example. A call that does not end would hang a terminal."""
    if check.counterexample is None or check.verdict is Verdict.TIMEOUT:
        return
    if view.options.notebook:  # there is no file for the command to call
        return
    again = view.words("try it: {command}", command=view.command("try", check.name))
    yield Whole(Text(" " * by + again, "cyan"))
    if view.options.verbose and check.counterexample.try_it:
        yield Whole(
            Text(
                " " * by + view.words("or paste this into Python, in the folder of the file:"),
                "cyan",
            )
        )
        yield from code(check.counterexample.try_it)


def code(text: str) -> Iterator[Part]:
    """Python to paste: it begins at the edge, and no line is broken."""
    shown = "\n".join(clean_lines(text))
    highlighted = Syntax(shown, "python", theme="ansi_dark").highlight(shown)
    highlighted.rstrip()
    yield Text()
    yield Whole(highlighted)


def padded(name: str, room: int) -> str:
    """A name, so that what comes behind is aligned."""
    return set_cell_size(clean(line(name)), room)
