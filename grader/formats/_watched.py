"""A report on the screen of `grader watch`: what is being worked on, and everything else in a line.

It has neither a head nor a score, which stand above it there. It may be of a grading that goes on.
"""

from collections.abc import Iterator, Mapping

from rich.text import Text

from grader.formats._look import (
    BROKEN,
    MARKS,
    Part,
    View,
    check_line,
    indented,
    row,
    total,
)
from grader.formats._options import DEFAULT, Options
from grader.formats._short import Lines, short
from grader.formats._words import said
from grader.formats.terminal import printed, problem
from grader.report import CheckResult, Report, Status, Verdict
from grader.text import Message, Words, clean


def render(
    report: Report, options: Options = DEFAULT, pending: Mapping[str, str] | None = None
) -> str:
    """The first function that does not pass with its example and its hint, the rest a line each.

    `pending` are the checks that are still being asked, by name, each with its function.
    """
    view = View(report, options, Words(options.language))
    return printed(_parts(view, pending or {}), options)


def _parts(view: View, pending: Mapping[str, str]) -> Iterator[Part]:
    report = view.report
    for each in report.problems:
        yield problem(each, view.words)
    if report.status is Status.UNGRADED:
        reason = report.reason or Message("no reason was given")
        text = view.words("not graded, by no fault of the file: {reason}", reason=reason)
        yield Text(clean(text), "magenta")
    by_name = report.functions
    functions = [*by_name.values()]
    if any(map(_is_broken, functions)):
        ended = [x for x in functions if _is_broken(x) or x[0].function not in pending.values()]
        yield from short(view, ended)
    else:
        yield from _unbroken(view, functions, {*pending.values()})
    if pending:
        # Of a function of which nothing is known yet, the name is enough.
        left = dict.fromkeys(name if of in by_name else of for name, of in pending.items())
        text = view.words("still to come: {checks}", checks=", ".join(left))
        yield Text(f"\n… {text}", "dim")


def _is_broken(checks: list[CheckResult]) -> bool:
    return any(check.verdict in BROKEN for check in checks)


def _unbroken(
    view: View, functions: list[list[CheckResult]], under_way: set[str]
) -> Iterator[Part]:
    """Each function in a line, but for the first that is not written, and those of which some
    checks are still asked: of these, each check.
    """
    lines = Lines(view, functions, None)
    unwritten = next((checks for checks in functions if _open(checks)), None)
    apart = True
    for checks in functions:
        is_whole = checks is unwritten or checks[0].function in under_way
        if apart or is_whole:
            yield Text()
        yield from _each(view, checks) if is_whole else lines.of(checks)
        apart = is_whole


def _open(checks: list[CheckResult]) -> list[CheckResult]:
    return [check for check in checks if check.verdict is not Verdict.PASSED]


def _each(view: View, checks: list[CheckResult]) -> Iterator[Part]:
    """A function's checks by their titles: what it is to do."""
    yield row(Text(checks[0].function, "bold"), Text(total(checks), "bold"))
    by = 2
    for first in _open(checks)[:1]:
        if what := said(first, view.words):
            mark, style = MARKS[first.verdict]
            yield indented(Text.assemble((f"{mark} ", style), clean(what)), by)
            by = 4
    for check in checks:
        yield indented(check_line(check, verbose=False), by)
