"""JUnit XML as pytest writes it (`xunit2`): a suite for each exercise, a case for each check.

GitLab, Jenkins, Azure and the test reporters of GitHub read it. JUnit knows no points: they are
properties of the suite, `score` and `max_score` for all, and `NAME.points`, `NAME.max_points`,
`NAME.title`, `NAME.file` and `NAME.line` for a check. A case has no properties in the schema
that pytest is held to, `junit-10.xsd`
(<https://docs.pytest.org/en/stable/how-to/output.html#record-property> warns of them).

GitLab shows a case's text and not its `message`, so all is in the text, and it drops a second case
of the same class and name without a word: here all names of a suite differ
(<https://docs.gitlab.com/ci/testing/unit_test_reports/>).
"""

import platform
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as Tree

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, headline, is_unread, told
from grader.report import CheckResult, Report, Status, Verdict
from grader.text import Words, label, plain

_KINDS = {
    Verdict.FAILED: "failure",
    Verdict.NOT_ATTEMPTED: "failure",
    Verdict.ERROR: "error",
    Verdict.TIMEOUT: "error",
    Verdict.CRASHED: "error",
    Verdict.UNGRADED: "error",
    Verdict.SKIPPED: "skipped",
}
"""The element of a case that did not pass."""

_ATTACHED = "[[ATTACHMENT|"
"""In output, GitLab and Jenkins take this for the path of a file to be shown."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports in one file."""
    root = Tree.Element("testsuites", name="grader tests")
    for report in reports:
        root.append(_suite(report, options))
    Tree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Tree.tostring(root, "unicode") + "\n"


def _suite(report: Report, options: Options) -> Tree.Element:
    cases = [_case(check, report, options) for check in report.checks]
    if whole := about(report, Words(options.language)):
        cases.append(_of_the_file(whole, report))
    kinds = [child.tag for case in cases for child in case]
    suite = Tree.Element(
        "testsuite",
        name=report.exercise,
        errors=str(kinds.count("error")),
        failures=str(kinds.count("failure")),
        skipped=str(kinds.count("skipped")),
        tests=str(len(cases)),
        time=f"{report.duration_s:.3f}",
        timestamp=datetime.now(UTC).isoformat(),
        hostname=platform.node(),
    )
    properties = Tree.SubElement(suite, "properties")
    for name, value in _properties(report):
        Tree.SubElement(properties, "property", name=name, value=plain(value))
    suite.extend(cases)
    return suite


def _properties(report: Report) -> Iterator[tuple[str, str]]:
    yield "score", f"{report.score:g}" if report.status is Status.GRADED else ""
    yield "max_score", f"{report.max_score:g}"
    for check in report.checks:
        yield f"{check.name}.title", check.title
        yield f"{check.name}.points", f"{check.points:g}"
        yield f"{check.name}.max_points", f"{check.max_points:g}"
        if check.place:
            yield f"{check.name}.file", check.place.unit
            yield f"{check.name}.line", str(check.place.line)


def _case(check: CheckResult, report: Report, options: Options) -> Tree.Element:
    case = Tree.Element(
        "testcase", classname=f"{report.exercise}.{check.function}", name=check.name, time="0.000"
    )
    if kind := _KINDS.get(check.verdict):
        message = headline(check, Words(options.language))
        element = Tree.SubElement(case, kind, message=message)
        if kind == "skipped":
            element.set("type", "pytest.skip")
        text = told(check, report, options)
        element.text = "\n\n".join(part for part in (plain(check.title), text or message) if part)
    if check.output:
        Tree.SubElement(case, "system-out").text = _output(check.output)
    return case


def _of_the_file(text: str, report: Report) -> Tree.Element:
    """What concerns the file as a whole, as a case; an error where it kept it from a score."""
    name = label(report.submission) or report.exercise
    case = Tree.Element("testcase", classname=f"{report.exercise}.file", name=name, time="0.000")
    if report.status is Status.GRADED and not is_unread(report):
        Tree.SubElement(case, "system-out").text = _output(text)
    else:
        Tree.SubElement(case, "error", message=text.split("\n")[-1]).text = text
    return case


def _output(text: str) -> str:
    return plain(text).replace(_ATTACHED, _ATTACHED.replace("|", " |"))
