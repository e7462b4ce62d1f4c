"""From results of checks to the report."""

from collections.abc import Sequence

from grader.authoring import Check
from grader.course import AnswerKey, KeyMistake, Lesson
from grader.judge.bounds import bounded, bounded_problems
from grader.judge.compare import Failure
from grader.report import CheckResult, Mistake, Problem, Report, Status, Trace, Verdict
from grader.text import Message


def make_report(
    lesson: Lesson,
    key: AnswerKey,
    name: str,
    results: Sequence[CheckResult],
    *,
    problems: tuple[Problem, ...] = (),
    isolation: str = "",
    duration_s: float = 0.0,
    reason: Message | None = None,
    traces: tuple[Trace, ...] = (),
) -> Report:
    """The report of a submission called `name`; one ungraded check leaves it ungraded.

    `reason` says why; by default it is what the first ungraded check says.
    """
    results = tuple(bounded(results))
    ungraded = [result for result in results if result.verdict is Verdict.UNGRADED]
    return Report(
        exercise=lesson.exercise.name,
        title=lesson.exercise.title,
        submission=name,
        status=Status.UNGRADED if ungraded else Status.GRADED,
        isolation=isolation,
        duration_s=duration_s,
        key_fingerprint=key.fingerprint,
        seed_is_public=key.seed_is_public,
        checks=results,
        problems=tuple(bounded_problems(problems)),
        reason=reason or (ungraded[0].message if ungraded else None),
        course=lesson.course,
        traces=traces,
    )


def not_run(lesson: Lesson, verdict: Verdict, reason: Message) -> list[CheckResult]:
    """The results of all checks where none was run, all for the same reason."""
    return [result_of(check, verdict, reason) for check in lesson.exercise.checks]


def result_of(check: Check, verdict: Verdict, message: Message | None = None) -> CheckResult:
    """The result of a check that brings nothing."""
    return CheckResult(
        check.name, check.title, check.function, verdict, 0.0, float(check.points), message
    )


def mistake_told(check: Check, failure: Failure, mistake: KeyMistake | None) -> Mistake | None:
    """The known mistake; where there is none, what the predicate tells whoever is told this."""
    if mistake is not None:
        return Mistake(mistake.name, mistake.hints)
    hints = failure.difference.hints
    return Mistake(check.name, hints) if hints else None
