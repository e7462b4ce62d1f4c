"""A report on the screen of `grader watch`: what is being worked on, and everything else in a line.

It has neither a head nor a score, which stand above it there. It may be of a grading that goes on.
"""

from collections.abc import Iterator, Sequence

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


def render(report: Report, options: Options = DEFAULT, pending: Sequence[str] = ()) -> str:
    """The first function that does not pass with its example and its hint, the rest a line each.

    `pending` names the checks that are still being asked.
    """
    view = View(report, options, Words(options.language))
    return printed(_parts(view, pending), options)


def _parts(view: View, pending: Sequence[str]) -> Iterator[Part]:
    report = view.report
    for each in report.problems:
        yield problem(each, view.words)
    if report.status is Status.UNGRADED:
        reason = report.reason or Message("no reason was given")
        text = view.words("not graded, by no fault of the file: {reason}", reason=reason)
        yield Text(clean(text), "magenta")
    names = dict.fromkeys(check.function for check in report.checks)
    functions = [[c for c in report.checks if c.function == name] for name in names]
    if any(check.verdict in BROKEN for check in report.checks):
        yield from short(view, functions)
    else:
        yield from _to_be_written(view, functions)
    if pending:
        text = view.words("still to come: {checks}", checks=", ".join(pending))
        yield Text(f"\n… {text}", "dim")


def _to_be_written(view: View, functions: list[list[CheckResult]]) -> Iterator[Part]:
    """The first function that is not written yet with what it is to do, the rest a line each."""
    lines = Lines(view, functions, None)
    first = next((checks for checks in functions if _open(checks)), None)
    apart = True
    for checks in functions:
        if apart or checks is first:
            yield Text()
        yield from _asked(view, checks) if checks is first else lines.of(checks)
        apart = checks is first


def _open(checks: list[CheckResult]) -> list[CheckResult]:
    return [check for check in checks if check.verdict is not Verdict.PASSED]


def _asked(view: View, checks: list[CheckResult]) -> Iterator[Part]:
    """What is asked of a function: the titles of its checks."""
    yield row(Text(checks[0].function, "bold"), Text(total(checks), "bold"))
    first, *_ = _open(checks)
    if what := said(first, view.words):
        mark, style = MARKS[first.verdict]
        yield indented(Text.assemble((f"{mark} ", style), clean(what)), 2)
    for check in checks:
        yield indented(check_line(check, verbose=False), 4)
