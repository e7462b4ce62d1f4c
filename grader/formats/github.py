"""What GitHub shows: an annotation for each check that did not pass, a summary, and step outputs.

Annotations are workflow commands, lines on standard output; a summary is Markdown in the file that
`GITHUB_STEP_SUMMARY` names, and outputs are lines in that of `GITHUB_OUTPUT`.
<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
"""

from collections.abc import Iterator, Sequence

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, headline, is_graded, is_passed, nudge, told
from grader.formats.gitlab import line_of
from grader.formats.markdown import code, escaped, fenced
from grader.report import CheckResult, Report, Status, Verdict, sum_of_points
from grader.text import Words

_SILENT = (Verdict.PASSED, Verdict.SKIPPED)


def render(report: Report, options: Options = DEFAULT) -> str:
    """The annotations of one report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """The annotations: of checks that failed, and of what concerns a file as a whole."""
    lines = [line for report in reports for line in _annotations(report, Words(options.language))]
    return "".join(f"{line}\n" for line in lines)


def summary(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """The summary of a job: a table of the functions, and each failure, folded."""
    return "\n\n".join(part for each in reports for part in _summary(each, options)) + "\n"


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


def _annotations(report: Report, words: Words) -> Iterator[str]:
    file = report.submission.replace("\\", "/")
    if whole := about(report, words):
        kind = "warning" if report.status is Status.GRADED else "error"
        yield _command(kind, whole, file=file, title=f"{report.exercise} {report.title}")
    told_of = [check for check in report.checks if check.verdict not in _SILENT]
    if len(told_of) > 1 and len({(c.verdict, c.said) for c in told_of}) == 1:
        told_of = told_of[:1]  # one cause is one annotation: a file that can't be read
    for check in told_of:
        kind = "notice" if check.verdict is Verdict.NOT_ATTEMPTED else "error"
        text = "\n".join(part for part in (headline(check, words), nudge(check)) if part)
        where = f" ({check.place.unit})" if _is_cell(check, report) and check.place else ""
        title = f"{check.function}: {check.title}{where}"
        yield _command(kind, text, file=file, line=str(line_of(check, report)), title=title)


def _is_cell(check: CheckResult, report: Report) -> bool:
    return report.submission.lower().endswith(".ipynb")


def _command(kind: str, text: str, **properties: str) -> str:
    """A workflow command. What could end it, or a property of it, is escaped."""
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {shown}::{_data(text)}"


def _data(text: str) -> str:
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
        mark = "✓" if all(map(is_passed, checks)) else "✗"
        reached = sum_of_points(check.points for check in checks)
        most = sum_of_points(check.max_points for check in checks)
        rows.append(f"| {mark} {code(name)} | {reached:g} / {most:g} |")
    yield "\n".join(rows)
    for check in report.checks:
        if check.verdict not in (*_SILENT, Verdict.NOT_ATTEMPTED):
            head = f"<summary>✗ {escaped(check.title)}</summary>"
            yield f"<details>{head}\n\n{fenced(told(check, report, options))}\n\n</details>"
