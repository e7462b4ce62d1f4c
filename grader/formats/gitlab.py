"""GitLab's code quality report: an entry for each check that did not pass, at its function's line.

<https://docs.gitlab.com/ci/testing/code_quality/>. It stands beside the JUnit report of the same
job: a merge request shows these in its diff.
"""

import hashlib
import json
from collections.abc import Sequence

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import headline, nudge
from grader.report import CheckResult, Report, Verdict
from grader.text import Words

_SEVERITY = {
    Verdict.FAILED: "major",
    Verdict.ERROR: "critical",
    Verdict.TIMEOUT: "critical",
    Verdict.CRASHED: "critical",
    Verdict.NOT_ATTEMPTED: "info",
    Verdict.UNGRADED: "info",
}


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports in one list."""
    words = Words(options.language)
    found = [
        _issue(check, report, words)
        for report in reports
        for check in report.checks
        if check.verdict in _SEVERITY
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _issue(check: CheckResult, report: Report, words: Words) -> dict[str, object]:
    parts = (check.title, headline(check, words), nudge(check))
    return {
        "description": ". ".join(part for part in parts if part),
        "check_name": f"grader/{report.exercise}/{check.name}",
        "fingerprint": hashlib.sha256(
            f"{report.submission}\n{report.exercise}\n{check.name}".encode()
        ).hexdigest(),
        "severity": _SEVERITY[check.verdict],
        "location": {
            "path": report.submission.replace("\\", "/"),
            "lines": {"begin": line_of(check, report)},
        },
    }


def line_of(check: CheckResult, report: Report) -> int:
    """The line at which a check's function stands; 1 in a notebook, or where it is not defined."""
    place = check.place
    is_file = place is not None and not report.submission.lower().endswith(".ipynb")
    return place.line if place is not None and is_file else 1
