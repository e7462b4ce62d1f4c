"""The report as one JSON object of schema grader.report/1."""

import json
from dataclasses import asdict
from typing import Any

from grader.formats._options import DEFAULT, Options
from grader.report import CheckResult, Counterexample, Report

SCHEMA = "grader.report/1"


def render(report: Report, options: Options = DEFAULT) -> str:
    """The report as JSON text; it has all details, whatever the options."""
    text = json.dumps(as_object(report), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def as_object(report: Report) -> dict[str, Any]:
    """The report as plain dicts and lists."""
    return {
        "schema": SCHEMA,
        "exercise": report.exercise,
        "title": report.title,
        "submission": report.submission,
        "status": report.status.value,
        "score": report.score,
        "max_score": report.max_score,
        "isolation": report.isolation,
        "duration_s": report.duration_s,
        "key": {"fingerprint": report.key_fingerprint, "seed_is_public": report.seed_is_public},
        "checks": [_check(check) for check in report.checks],
        "problems": [asdict(problem) for problem in report.problems],
    }


def _check(check: CheckResult) -> dict[str, Any]:
    shown = check.counterexample
    return {
        "name": check.name,
        "title": check.title,
        "verdict": check.verdict.value,
        "points": check.points,
        "max_points": check.max_points,
        "message": check.message,
        "counterexample": _counterexample(shown) if shown else None,
        "mistake": asdict(check.mistake) if check.mistake else None,
        "output": check.output,
    }


def _counterexample(shown: Counterexample) -> dict[str, Any]:
    return {
        "inputs": shown.inputs,
        "expected": shown.expected,
        "returned": shown.returned,
        "try": shown.try_it,
    }
