"""The report as one JSON object of schema grader.report/1.

Each message stands in it twice: as `message`, in words, and as `message_id` and `facts`, by which
a program can tell one fault from another in any language. A fact that is a message itself is an
object of the same three.
"""

import json
from typing import Any

from grader.formats._options import DEFAULT, Options
from grader.formats._words import said
from grader.report import CheckResult, Counterexample, Mistake, Problem, Report, Status
from grader.text import Fact, Message, Words

SCHEMA = "grader.report/1"
_ENGLISH = Words("en")


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
        "score": report.score if report.status is Status.GRADED else None,
        "max_score": report.max_score,
        "isolation": report.isolation,
        "duration_s": report.duration_s,
        "key": {"fingerprint": report.key_fingerprint, "seed_is_public": report.seed_is_public},
        "checks": [_check(check) for check in report.checks],
        "problems": [_problem(problem) for problem in report.problems],
        "reason": _message(report.reason),
        "course": _message(report.course),
    }


def _check(check: CheckResult) -> dict[str, Any]:
    shown = check.counterexample
    return {
        "name": check.name,
        "title": check.title,
        "function": check.function,
        "verdict": check.verdict.value,
        "points": check.points,
        "max_points": check.max_points,
        "message": said(check, _ENGLISH),
        **_identity(check.message),
        "details": [_message(detail) for detail in check.details],
        "counterexample": _counterexample(shown) if shown else None,
        "mistake": _mistake(check.mistake) if check.mistake else None,
        "output": check.output,
    }


def _counterexample(shown: Counterexample) -> dict[str, Any]:
    return {
        "inputs": shown.inputs,
        "expected": shown.expected,
        "returned": shown.returned,
        "try": shown.try_it,
        "stays": shown.stays,
        "instead": {name: _message(said) for name, said in shown.instead.items()},
    }


def _mistake(mistake: Mistake) -> dict[str, Any]:
    return {"name": mistake.name, "hint": mistake.hint, "hints": list(mistake.hints)}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "where": problem.where,
        "line": problem.line,
        "message": _ENGLISH(problem.message),
        "text": problem.text,
        **_identity(problem.message),
    }


def _message(message: Message | None) -> dict[str, Any] | None:
    if message is None:
        return None
    return {"message": _ENGLISH(message), **_identity(message)}


def _identity(message: Message | None) -> dict[str, Any]:
    """The template and the facts of a message."""
    facts = {} if message is None else message.facts
    return {
        "message_id": "" if message is None else message.template,
        "facts": {name: _fact(fact) for name, fact in facts.items()},
    }


def _fact(fact: Fact) -> Any:
    return _message(fact) if isinstance(fact, Message) else fact
