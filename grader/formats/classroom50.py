"""The `result.json` of Classroom 50, in its schema `classroom50/result/v1`.

<https://github.com/foundation50/classroom50/wiki/Advanced-Autograding>, "The result.json contract".
Scores are whole numbers there, so all points are multiplied by the smallest number that makes them
whole: half points are counted twice. What it says of the classroom comes from the environment. An
autograder exits with 0, whatever the score; another exit code says that nothing was graded.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from math import lcm

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import headline, is_graded, is_passed
from grader.formats.json import as_text
from grader.report import Report
from grader.text import Words

SCHEMA = "classroom50/result/v1"

PLACE = "result.json"


_FROM = {
    "classroom": ("CLASSROOM",),
    "assignment": ("ASSIGNMENT",),
    "assignment_type": ("ASSIGNMENT_TYPE",),
    "owner": ("OWNER", "USERNAME"),
    "submission": ("SUBMISSION_TAG",),
    "commit": ("COMMIT_URL",),
    "release": ("RELEASE_URL",),
    "review": ("REVIEW_URL", "COMMIT_URL"),
}
"""The fields that the environment has, and in which variables."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(
    reports: Sequence[Report],
    options: Options = DEFAULT,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """Several reports as one assignment."""
    words = Words(options.language)
    about = {
        field: next((environment[name] for name in names if environment.get(name)), "")
        for field, names in _FROM.items()
    }
    about["assignment_type"] = about["assignment_type"] or "individual"
    graded = is_graded(reports)
    checks = [(report, check) for report in reports for check in report.checks if graded]
    most = [Fraction(check.max_points).limit_denominator(1000) for _, check in checks]
    got = [Fraction(check.points).limit_denominator(1000) for _, check in checks]
    by = lcm(1, *(points.denominator for points in (*most, *got)))
    tests = [
        {
            "test-name": f"{report.exercise}/{check.name}",
            "passed": is_passed(check),
            "score": int(reached * by),
            "max-score": int(possible * by),
            "message": headline(check, words),
        }
        for (report, check), reached, possible in zip(checks, got, most, strict=True)
    ]
    made = {
        "schema": SCHEMA,
        **about,
        "datetime": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "score": int(sum(got) * by),
        "max-score": int(sum(most) * by),
        "tests": tests,
    }
    return as_text(made)
