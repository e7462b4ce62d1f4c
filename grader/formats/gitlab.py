"""GitLab's code quality report: an entry for each check that did not pass, at its function's line.

<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format> has the five fields. A
path is relative to the repository and begins with no `./`, and of two entries with one fingerprint
GitLab shows one. It stands beside the JUnit report of the same job: a merge request shows these in
its diff. A line has to be there, so it is 1 where no line is meant.
"""

import hashlib
from collections.abc import Sequence

from grader.formats._findings import Finding, Weight, findings, path_of
from grader.formats._options import DEFAULT, Options
from grader.formats.json import as_text
from grader.report import Report
from grader.text import Words

_SEVERITY = {Weight.ERROR: "major", Weight.WARNING: "minor", Weight.NOTICE: "info"}


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports in one list."""
    words = Words(options.language)
    return as_text([_issue(x, report) for report in reports for x in findings(report, words)])


def _issue(found: Finding, report: Report) -> dict[str, object]:
    name = f"grader/{report.exercise}/{found.name}"
    path = path_of(report).removeprefix("./")
    return {
        "description": " · ".join([found.title, *found.text.split("\n")]),
        "check_name": name,
        "fingerprint": hashlib.sha256(f"{path}\n{name}".encode("utf-8", "replace")).hexdigest(),
        "severity": _SEVERITY[found.weight],
        "location": {"path": path, "lines": {"begin": found.line or 1}},
    }
