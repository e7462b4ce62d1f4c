"""PrairieLearn's `results.json` of an external grader.

<https://prairielearn.readthedocs.io/en/latest/externalGrading/>. What could not be graded is not
`gradable`: it costs the student no attempt.
"""

import json
from collections.abc import Sequence

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, fraction, is_graded, told
from grader.report import CheckResult, Report
from grader.text import Words

PLACE = "/grade/results/results.json"


_MOST = 1_000_000
"""Bytes of the file."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports as one question."""
    words = Words(options.language)
    message = "\n\n".join(text for report in reports if (text := about(report, words)))
    graded = is_graded(reports)
    made: dict[str, object] = {
        "gradable": graded,
        "score": fraction(reports) if graded else 0,
        "message": message,
        "output": "",
        "tests": [_test(check, report, options) for report in reports for check in report.checks],
    }
    if not graded:
        made["format_errors"] = [message]
        made["tests"] = []
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    return text if len(text.encode()) <= _MOST else _shorter(made)


def _shorter(made: dict[str, object]) -> str:
    """The same without what the checks printed and showed: the points are worth more."""
    tests = made["tests"]
    assert isinstance(tests, list)
    brief = [test | {"output": ""} for test in tests]
    return json.dumps(made | {"tests": brief}, ensure_ascii=False, indent=2) + "\n"


def _test(check: CheckResult, report: Report, options: Options) -> dict[str, object]:
    return {
        "name": check.title,
        "description": check.name,
        "points": check.points,
        "max_points": check.max_points,
        "output": told(check, report, options),
    }
