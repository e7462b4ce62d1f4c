"""Gradescope's `results.json`: a test for each check, with its points and what is to be said of it.

<https://gradescope-autograders.readthedocs.io/en/latest/specs/>. A score is a number there, and
there is no word for "not graded": also a file that can't be read, or a run that timed out, gets a 0
(`troubleshooting/`, on the same site). Such a report has no tests, a score of 0, and says why; its
`extra_data` has `"graded": false`, by which it is found in an export.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, is_graded, is_passed, told
from grader.formats.json import as_text
from grader.report import CheckResult, Report, Status, sum_of_points
from grader.text import Words, clean

PLACE = "/autograder/results/results.json"

METADATA = "GRADESCOPE_METADATA"
"""The variable that an autograder sets to the path of what Gradescope says of the submission."""

_MOST_METADATA = 8 << 20
"""Bytes. It holds the results of earlier submissions."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(
    reports: Sequence[Report],
    options: Options = DEFAULT,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """Several reports as one assignment, whose points are added up."""
    words = Words(options.language)
    whole = "\n\n".join("\n".join(_whole(report, words)) for report in reports)
    graded = is_graded(reports)
    made = {
        "score": sum_of_points(report.score for report in reports) if graded else 0,
        "execution_time": round(sum(report.duration_s for report in reports)),
        "output": whole,
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {
            "graded": graded,
            "isolation": sorted({report.isolation for report in reports}),
            "key": [report.key_fingerprint for report in reports],
            "submission": _submission(environment.get(METADATA, "")),
        },
        "tests": _tests(reports, options) if graded else [],
    }
    return as_text(made)


def _whole(report: Report, words: Words) -> Iterator[str]:
    """Which file was graded, how its code was isolated, and what concerns all of it."""
    if report.status is Status.GRADED:
        yield clean(
            words(
                "{file} was graded (isolation: {tier})",
                file=report.submission,
                tier=report.isolation,
            )
        )
    if text := about(report, words):
        yield text


def _submission(path: str) -> dict[str, object]:
    """Which submission it is, whose, and for what, as Gradescope says; what it does not is None.

    The points of the assignment may include those that people give, so nothing is scaled to them.
    """
    if not path:
        return {}
    try:
        with Path(path).open("rb") as file:
            told = json.loads(file.read(_MOST_METADATA))
    except (OSError, ValueError):  # a result without it is better than none
        return {}
    told = told if isinstance(told, dict) else {}
    assignment, users = told.get("assignment"), told.get("users")
    about_it = assignment if isinstance(assignment, dict) else {}
    each = users if isinstance(users, list) else []
    return {
        "id": told.get("id"),
        "created_at": told.get("created_at"),
        "assignment": about_it.get("title"),
        "total_points": about_it.get("total_points"),
        "users": [user.get("id") for user in each if isinstance(user, dict)],
    }


def _tests(reports: Sequence[Report], options: Options) -> list[dict[str, object]]:
    """The tests; their numbers count the functions of all reports, and the checks of each."""
    groups: dict[tuple[str, str], list[tuple[CheckResult, Report]]] = {}
    for report in reports:
        for check in report.checks:
            groups.setdefault((report.exercise, check.function), []).append((check, report))
    return [
        _test(check, f"{function}.{number}", report, options)
        for function, checks in enumerate(groups.values(), start=1)
        for number, (check, report) in enumerate(checks, start=1)
    ]


def _test(check: CheckResult, number: str, report: Report, options: Options) -> dict[str, object]:
    return {
        "score": check.points,
        "max_score": check.max_points,
        "status": "passed" if is_passed(check) else "failed",
        "name": check.title,
        "number": number,
        "output": told(check, report, options),
        "tags": [report.exercise, check.function],
        "visibility": "visible",
        "extra_data": {"check": check.name, "verdict": check.verdict.value},
    }
