"""One check of one file, tried on one input: what `grader try` shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from grader.authoring import Check
from grader.course import AnswerKey, KeyCheck, Lesson
from grader.judge import example, snippet
from grader.judge.grading import Grading, judge
from grader.judge.implementation import Implementation
from grader.judge.second_look import Shrink
from grader.judge.submission import Submission
from grader.report import CheckResult, Lost, Report, Verdict
from grader.sandbox import Workers
from grader.wire import Inputs

_SILENT = (Verdict.PASSED, Verdict.SKIPPED)


@dataclass(frozen=True)
class Trial:
    """What came of it. `result` has an example also where the check passes.

    `code` makes the same call, with inputs of any length; it is empty where nothing can be tried.
    """

    report: Report
    result: CheckResult
    code: str = ""


def tried(
    lesson: Lesson,
    key: AnswerKey,
    submission: Submission,
    zygote: Workers,
    checks: Sequence[Check],
    *,
    case: int | None = None,
    shrink: Shrink | None = None,
) -> Trial:
    """Try the first of these checks that does not pass, on the example that `check` shows.

    Where all pass, or where a case of the key is wanted, the first is tried on that.
    """
    names = [check.name for check in checks]
    if case is not None:
        names, key = names[:1], _of_one_case(key, checks[0], case)
        shrink = None
    gradings: list[Grading] = []
    report = judge(
        lesson,
        key,
        submission,
        zygote,
        only=names,
        shrink=shrink,
        ended=gradings.append,
    )
    result = next((r for r in report.checks if r.verdict not in _SILENT), report.checks[0])
    check = next(check for check in checks if check.name == result.name)
    if result.verdict is not Verdict.PASSED:
        failures = gradings[-1].failures if gradings else {}
        inputs = failures[check.name].inputs if check.name in failures else None
        return Trial(report, result, _code(lesson, check, submission, inputs, result))
    cases = key.checks[check.name]
    request = lesson.load_request(submission.units, submission.siblings)
    with Implementation(zygote, request, lesson.exercise.limits) as student:
        outcome = student.outcome(check, cases.cases[0])
    shown = example.as_text(check, cases.cases[0], cases.expected[0], outcome, "")
    shown = replace(shown, stays=gradings[-1].diagnosis.stays(check))
    output = "" if isinstance(outcome, Lost) else outcome.output
    result = replace(result, counterexample=shown, output=output)
    return Trial(report, result, _code(lesson, check, submission, cases.cases[0], result))


def _of_one_case(key: AnswerKey, check: Check, case: int) -> AnswerKey:
    """The key with one case of one check, counted from 1."""
    cases = key.checks[check.name]
    one = KeyCheck([cases.cases[case - 1]], [cases.expected[case - 1]])
    return msgspec.structs.replace(key, checks={check.name: one}, mistakes=[])


def _code(
    lesson: Lesson,
    check: Check,
    submission: Submission,
    inputs: Inputs | None,
    result: CheckResult,
) -> str:
    if inputs is None or result.verdict is Verdict.TIMEOUT:
        return ""
    return snippet.of_check(lesson, check, submission, inputs, most=snippet.MAX_WRITTEN)
