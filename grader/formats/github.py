"""What GitHub shows: an annotation for each check that did not pass, a summary, and step outputs.

Annotations are workflow commands, lines on standard output; a summary is Markdown in the file that
`GITHUB_STEP_SUMMARY` names, and outputs are lines in that of `GITHUB_OUTPUT`.
<https://docs.github.com/actions/reference/workflow-commands-for-github-actions> has the escapes,
which are those of the runner's `ActionCommand`, and the limits: of a step ten annotations of each
kind are shown, and a summary of more than 1 MiB is dropped whole.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from grader.formats._findings import Finding, Weight, findings, path_of
from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, is_graded, is_passed, told
from grader.formats.markdown import code, escaped, fenced
from grader.report import CheckResult, Report, Status, Verdict, sum_of_points
from grader.text import Words, label

_MOST = 10
"""Annotations of a kind."""

_SUMMARY = 900_000
"""Bytes of a summary; the file may have more in it."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """The annotations of one report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """The annotations: of checks that failed, and of what concerns a file as a whole.

    Where not all are shown, each report's first come before the second of any.
    """
    words = Words(options.language)
    found = [(report, each) for report in reports for each in findings(report, words)]
    lines = []
    for weight in Weight:
        of_kind = [(report, each) for report, each in found if each.weight is weight]
        if len(of_kind) > _MOST:
            of_kind = _in_turns(of_kind)
        shown = of_kind if len(of_kind) <= _MOST else of_kind[: _MOST - 1]
        lines += [_annotation(report, each) for report, each in shown]
        if rest := of_kind[len(shown) :]:
            names = label(", ".join(each.title for _, each in rest))
            more = words("and {count} more: {checks}", count=len(rest), checks=names)
            lines.append(_command(weight, more))
    return "".join(f"{line}\n" for line in lines)


def _in_turns(found: Sequence[tuple[Report, Finding]]) -> list[tuple[Report, Finding]]:
    """The first of each report, then the second of each."""
    turns: Counter[int] = Counter()

    def turn(pair: tuple[Report, Finding]) -> int:
        turns[id(pair[0])] += 1
        return turns[id(pair[0])]

    return sorted(found, key=turn)


def appended(reports: Sequence[Report], options: Options) -> dict[str, str]:
    """The job's summary and the step's outputs, by the variables that name their files."""
    values = "".join(f"{name}={value}\n" for name, value in outputs(reports).items())
    return {"GITHUB_STEP_SUMMARY": summary(reports, options), "GITHUB_OUTPUT": values}


def summary(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """The summary of a job: a table of the functions, and each failure, folded."""
    parts: list[str] = []
    room = _SUMMARY
    for part in (part for each in reports for part in _summary(each, options)):
        room -= len(part.encode("utf-8", "replace")) + 2
        if room < 0:
            parts.append("…")
            break
        parts.append(part)
    return "\n\n".join(parts).encode("utf-8", "replace").decode() + "\n"


def outputs(reports: Sequence[Report]) -> dict[str, str]:
    """What later steps can use: `score`, `max-score`, `passed`; no score where there is none."""
    graded = is_graded(reports)
    score = sum_of_points(report.score for report in reports)
    most = sum_of_points(report.max_score for report in reports)
    passed = graded and all(report.passed for report in reports)
    return {
        "score": f"{score:g}" if graded else "",
        "max-score": f"{most:g}",
        "passed": "true" if passed else "false",
    }


def _annotation(report: Report, found: Finding) -> str:
    place = {"file": path_of(report)} if report.submission else {}
    line = {"line": str(found.line)} if found.line else {}
    return _command(found.weight, found.text, **place, **line, title=found.title)


def _command(weight: Weight, text: str, **properties: str) -> str:
    """A workflow command. What could end it, or a property of it, is escaped."""
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{weight.value}{' ' if shown else ''}{shown}::{_data(text)}"


def _data(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(report: Report, options: Options) -> Iterator[str]:
    words = Words(options.language)
    graded = report.status is Status.GRADED
    total = f": {report.score:g} / {report.max_score:g}" if graded else ""
    yield f"## {escaped(f'{report.exercise} {report.title}')}{total}"
    if whole := about(report, words):
        yield fenced(whole)
    if not graded:
        return
    rows = [words("| function | points |"), "| --- | ---: |"]
    for name in dict.fromkeys(check.function for check in report.checks):
        checks = [check for check in report.checks if check.function == name]
        reached = sum_of_points(check.points for check in checks)
        most = sum_of_points(check.max_points for check in checks)
        rows.append(f"| {_mark(checks)} {code(name)} | {reached:g} / {most:g} |")
    yield "\n".join(rows)
    for found in findings(report, words):
        if found.check and found.weight is Weight.ERROR:
            head = f"<summary>✗ {escape(found.title)}</summary>"  # in this, nothing is Markdown
            told_of = fenced(told(found.check, report, options))
            yield f"<details>{head}\n\n{told_of}\n\n</details>"


def _mark(checks: Sequence[CheckResult]) -> str:
    if all(map(is_passed, checks)):
        return "✓"
    return "·" if all(check.verdict is Verdict.NOT_ATTEMPTED for check in checks) else "✗"
