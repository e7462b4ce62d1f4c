"""JUnit XML as pytest writes it (`xunit2`): a suite for each exercise, a case for each check.

GitLab, Jenkins, Azure and the test reporters of GitHub read it. Points stand in properties, for
JUnit knows none: `points` and `max_points` of a case, `score` and `max_score` of a suite. GitLab
drops a second case of the same class and name without a word; here all names of a suite differ.
"""

import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as Tree

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, headline, told, xml
from grader.report import CheckResult, Report, Status, Verdict
from grader.text import Words

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
    score = f"{report.score:g}" if report.status is Status.GRADED else ""
    suite.append(_properties(score=score, max_score=f"{report.max_score:g}"))
    suite.extend(cases)
    return suite


def _case(check: CheckResult, report: Report, options: Options) -> Tree.Element:
    case = Tree.Element(
        "testcase", classname=f"{report.exercise}.{check.function}", name=check.name, time="0.000"
    )
    points = {"points": f"{check.points:g}", "max_points": f"{check.max_points:g}"}
    place = {"file": check.place.unit, "line": str(check.place.line)} if check.place else {}
    case.append(_properties(title=check.title, **points, **place))
    if kind := _KINDS.get(check.verdict):
        message = xml(headline(check, Words(options.language)))
        element = Tree.SubElement(case, kind, message=message)
        if kind == "skipped":
            element.set("type", "pytest.skip")
        element.text = xml(told(check, report, options))
    if check.output:
        Tree.SubElement(case, "system-out").text = xml(check.output)
    return case


def _of_the_file(text: str, report: Report) -> Tree.Element:
    """What concerns the file as a whole, as a case; an error where it kept it from a score."""
    name = f"{report.exercise}.file"
    case = Tree.Element("testcase", classname=name, name=xml(report.submission), time="0.000")
    if report.status is Status.GRADED:
        Tree.SubElement(case, "system-out").text = xml(text)
    else:
        Tree.SubElement(case, "error", message=xml(text.splitlines()[-1])).text = xml(text)
    return case


def _properties(**values: str) -> Tree.Element:
    element = Tree.Element("properties")
    for name, value in values.items():
        Tree.SubElement(element, "property", name=name, value=xml(value))
    return element
