"""PrairieLearn's `results.json` of an external grader.

<https://docs.prairielearn.com/externalGrading/#grading-results>. What could not be graded is not
`gradable`: it takes no points and costs the student no attempt. The file is limited to 1 MB.
"""

from collections.abc import Sequence

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, fraction, is_graded, told
from grader.formats.json import as_text
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
    if not is_graded(reports):
        return as_text({"gradable": False, "score": 0, "message": message})
    tests = [_test(check, report, options) for report in reports for check in report.checks]
    made = {"gradable": True, "score": fraction(reports), "message": message, "tests": tests}
    text = as_text(made)
    if len(text.encode()) <= _MOST:
        return text
    brief = [{name: test[name] for name in test if name != "output"} for test in tests]
    return as_text(made | {"tests": brief})  # the points are worth more than what is said of them


def _test(check: CheckResult, report: Report, options: Options) -> dict[str, object]:
    return {
        "name": check.title,
        "description": check.name,
        "points": check.points,
        "max_points": check.max_points,
        "output": told(check, report, options),
    }
