"""What a report has to say at places of a file: for platforms that show it beside the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from grader.formats._plain import headline, is_unread, nudge, why_no_score
from grader.formats._words import about_the_file, said
from grader.report import NOT_IMPLEMENTED, CheckResult, Report, Verdict
from grader.text import Words, label, plain, template

_SILENT = (Verdict.PASSED, Verdict.SKIPPED)

NOT_YET = template("not written yet: {functions}")

_LINES = 4
"""Lines of what is said of a check."""


class Weight(Enum):
    """How grave it is."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """Something that is said of a file. `line` is None where no line of the file is meant.

    `name` is what it is about, and no other finding of its report has the same. `check` is the one
    that did not pass, or the first of several that say the same.
    """

    weight: Weight
    name: str
    title: str
    text: str
    line: int | None = None
    check: CheckResult | None = None


def findings(report: Report, words: Words) -> Iterator[Finding]:
    """What concerns the file as a whole, then what did not pass. One cause is said once."""
    whole = label(f"{report.exercise} {report.title}")
    reason = why_no_score(report, words)
    if reason:
        yield Finding(Weight.ERROR, "status", whole, plain(reason))
    unread = bool(report.problems) and is_unread(report)
    for number, problem in enumerate(report.problems, start=1):
        weight = Weight.ERROR if unread else Weight.WARNING
        told = plain(about_the_file(problem, words))
        line = _line(problem.where, problem.line, report)
        yield Finding(weight, f"file-{number}", whole, told, line)
    for alike in [] if unread else _alike(report):
        first = alike[0]
        if reason and first.message == report.reason:
            continue
        weight = Weight.NOTICE if first.verdict is Verdict.NOT_ATTEMPTED else Weight.ERROR
        line = _line(first.place.unit, first.place.line, report) if first.place else None
        name, text = first.name, _text(first, words)
        if len(functions := {check.function: None for check in alike}) > 1 and _is_stub(first):
            name, text = "not-attempted", words(NOT_YET, functions=", ".join(functions))
        yield Finding(weight, name, _title(alike, report, words), text, line, first)


def path_of(report: Report) -> str:
    """The file, as platforms write paths; the exercise where there is no file."""
    return path.replace("\\", "/") if (path := report.submission) else report.exercise


def _alike(report: Report) -> list[list[CheckResult]]:
    """The checks of which something is said; those without an example that say the same, in one.

    So are all that are as in the stub: they are no news to anybody.
    """
    groups: dict[object, list[CheckResult]] = {}
    for check in report.checks:
        if check.verdict not in _SILENT:
            alone = check.name if check.counterexample else ""
            said = None if _is_stub(check) else check.said
            groups.setdefault((check.verdict, said, alone), []).append(check)
    return list(groups.values())


def _is_stub(check: CheckResult) -> bool:
    message = check.message
    return message is not None and message.template == NOT_IMPLEMENTED


def _title(alike: list[CheckResult], report: Report, words: Words) -> str:
    """A check's title; of several checks the function, or the exercise."""
    first, functions = alike[0], {check.function for check in alike}
    shown = first.function if len(functions) == 1 else f"{report.exercise} {report.title}"
    if len(alike) == 1:
        is_named = first.title.startswith(f"{first.function} ")
        shown = first.title if is_named else f"{first.function}: {first.title}"
    if first.place is None or not _is_notebook(report) or len(functions) > 1:
        return label(shown)
    cell = words("{file}, line {line}", file=first.place.unit, line=first.place.line)
    return label(f"{shown} ({cell})")


def _text(check: CheckResult, words: Words) -> str:
    """How it ended, what is said of it, and the first level of its hint."""
    said_lines = plain(said(check, words)).split("\n")[1:_LINES]
    return "\n".join(part for part in (headline(check, words), *said_lines, nudge(check)) if part)


def _line(unit: str, line: int, report: Report) -> int | None:
    """The line, if it is one of the file: lines of a notebook are those of a cell."""
    is_its_own = PurePosixPath(path_of(report)).name == unit and not _is_notebook(report)
    return line if is_its_own and line > 0 else None


def _is_notebook(report: Report) -> bool:
    return report.submission.lower().endswith(".ipynb")
