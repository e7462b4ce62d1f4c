"""The report for a student: what is right, what is not, on which input, and why."""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from grader.formats._blocks import clean_lines
from grader.formats._look import (
    BROKEN,
    Part,
    View,
    Whole,
    check_line,
    details,
    indented,
    row,
    total,
    waiting,
)
from grader.formats._look import output as printed_output
from grader.formats._options import DEFAULT, Options
from grader.formats._short import short
from grader.formats._words import about_the_file
from grader.report import CheckResult, Problem, Report, Status, Verdict
from grader.text import Message, Words, breaks, clean, is_chinese, line, source_lines


class _Console(Console):
    """A console that folds Chinese, too. Rich alone ends lines at spaces, and Chinese has none."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        asked = options or self.options
        if isinstance(renderable, Text) and not asked.no_wrap and is_chinese(renderable.plain):
            renderable = _folded(renderable, asked.max_width)
        return super().render(renderable, asked)


def _folded(text: Text, width: int) -> Text:
    return Text("\n", end=text.end).join(
        piece
        for whole in text.split(allow_blank=True)
        for piece in whole.divide(breaks(whole.plain, width))
    )


def render(report: Report, options: Options = DEFAULT) -> str:
    """The report as text for a terminal: the first failure whole, or all of them if verbose."""
    return printed(_parts(View(report, options, Words(options.language))), options)


def printed(parts: Iterable[Part], options: Options) -> str:
    """The parts as text, without spaces at the ends of lines."""
    buffer = io.StringIO()
    console = _Console(
        file=buffer,
        width=min(options.width, 100),
        force_terminal=options.color,
        force_jupyter=False,  # in a kernel rich would display it, and not return it
        color_system="standard" if options.color else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for part in parts:
        if isinstance(part, Whole):
            console.print(part.text, soft_wrap=True)
        else:
            console.print(part)
    return "\n".join(line.rstrip() for line in source_lines(buffer.getvalue())) + "\n"


def head(view: View) -> Iterator[Part]:
    """Which exercise and which file it is, and what is wrong with the file as a whole."""
    report, words = view.report, view.words
    yield Text.assemble(
        (f"{report.exercise} ", "bold"), f"{report.title} · ", clean(report.submission)
    )
    if report.course is not None:
        yield Text(line(words("course: {course}", course=report.course)))
    for found in report.problems:
        yield problem(found, words)


def _parts(view: View) -> Iterator[Part]:
    report = view.report
    yield from head(view)
    if report.status is not Status.UNDECIDED:  # then no check was run
        functions = [*report.functions.values()]
        yield from _whole(view, functions) if view.options.verbose else short(view, functions)
    yield Text()
    if view.options.verbose:
        facts = (
            view.words("isolation {tier}", tier=report.isolation),
            view.words("key {fingerprint}", fingerprint=report.key_fingerprint),
            view.words("{seconds} s", seconds=f"{report.duration_s:g}"),
        )
        yield Text(" · ".join(facts), "dim")
    elif any(c.verdict in BROKEN for c in report.checks) and not view.options.notebook:
        more = view.words("all of it: {command}", command=view.command("check", more="-v"))
        yield Whole(Text(more, "dim"))
    yield _total(report, view.words)


def _whole(view: View, functions: list[list[CheckResult]]) -> Iterator[Part]:
    """Everything of every check."""
    for checks in functions:
        yield Text()
        yield row(Text(checks[0].function, "bold"), Text(total(checks), "bold"))
        for check in checks:
            if check.verdict is Verdict.SKIPPED:
                continue
            yield indented(check_line(check, verbose=True))
            if check.verdict in BROKEN or check.verdict is Verdict.NOT_ATTEMPTED:
                yield from details(check, view)
                yield Text()
            elif check.output:
                yield indented(printed_output(check.output, 12, view.words), 4)
            elif check.verdict is Verdict.PASSED and check.message:
                yield indented(Text(clean(view.words(check.message)), "dim"), 4)
        yield from waiting(view, checks)


def problem(found: Problem, words: Words) -> RenderableType:
    """What is wrong with a file as a whole, and the line where it is."""
    text = Text.assemble(("! ", "yellow"), clean(about_the_file(found, words)))
    if found.text:
        lines = "\n".join(clean_lines(found.text))
        return Group(text, Padding(Text(lines, "dim"), (0, 0, 0, 4)))
    return text


def _total(report: Report, words: Words) -> RenderableType:
    if report.status is Status.UNGRADED:
        reason = report.reason or Message("no reason was given")
        text = words("not graded, by no fault of the file: {reason}", reason=reason)
        return Text(clean(text), "magenta")
    if report.status is Status.UNDECIDED:
        reason = report.reason or Message("no reason was given")
        return Text(clean(words("undecided: {reason}", reason=reason)), "magenta")
    style = "bold green" if report.passed else "bold"
    return row(Text(words("score"), style), Text(f"{report.score:g} / {report.max_score:g}", style))
