"""What became of a changed file: in which check it died, and what its author would be told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from grader.authoring import Check, Limits
from grader.build.mutation.source import Mutation
from grader.build.naming import says_by_itself
from grader.course import AnswerKey, Lesson
from grader.judge import Examiner, Grading, Implementation
from grader.report import CheckResult, Verdict
from grader.sandbox import Workers

CALL_SECONDS = 5.0
LOAD_SECONDS = 10.0
"""What one call, and loading the file, may take at most: a loop without an end has to end."""


class Said(Enum):
    """What a student is told whose file is this one."""

    NAMED = "a known mistake is named"
    TOLD = "what was done, or what came back in its place"
    EXCEPTION = "an exception is raised"
    ENDED = "it took too much time or memory"
    RAW = "only the expected and the returned value: no cause is told"


@dataclass(frozen=True)
class Fate:
    """In which check it died, and what was said there; `check` is empty for a survivor.

    `mistake` is the known mistake that is named. `ungraded` says why nobody can tell.
    """

    mutation: Mutation
    check: str = ""
    said: Said | None = None
    mistake: str = ""
    ungraded: str = ""

    @property
    def lives(self) -> bool:
        """Whether it passed every check."""
        return self.said is None and not self.ungraded


def bounded(lesson: Lesson) -> Limits:
    """The exercise's limits, with less time: what goes on and on is to be ended soon.

    Where the author gives a call more than is usual, it needs that.
    """
    limits = lesson.exercise.limits
    if limits.call_seconds > Limits.call_seconds:
        return limits
    return replace(
        limits,
        call_seconds=min(limits.call_seconds, CALL_SECONDS),
        load_seconds=min(limits.load_seconds, LOAD_SECONDS),
    )


def in_order(lesson: Lesson, functions: Sequence[str]) -> list[Check]:
    """The checks of these functions, and then all others: the first may well be failed."""
    checks = lesson.exercise.checks
    return sorted(checks, key=lambda check: check.function not in functions)


def fate_of(mutation: Mutation, lesson: Lesson, key: AnswerKey, zygote: Workers) -> Fate:
    """Grade a changed file until the first check that it does not pass."""
    submission = mutation.submission()
    request = lesson.load_request(submission.units, submission.siblings)
    with (
        Implementation(zygote, request, bounded(lesson)) as changed,
        Examiner(zygote, lesson) as examiner,
    ):
        grading = Grading(lesson, key, submission, changed, examiner)
        for check in in_order(lesson, mutation.functions):
            result = grading.grade(check)
            if result.verdict is Verdict.UNGRADED:
                return Fate(mutation, check.name, ungraded=str(result.message))
            if result.verdict is not Verdict.PASSED:
                said = _said(result, bool(grading.diagnosis.told.get(check.name)))
                mistake = result.mistake.name if result.mistake else ""
                return Fate(mutation, check.name, said, mistake)
    return Fate(mutation)


def _said(result: CheckResult, told: bool) -> Said:
    if result.mistake is not None:
        return Said.NAMED
    if result.verdict in (Verdict.TIMEOUT, Verdict.CRASHED):
        return Said.ENDED
    if result.verdict in (Verdict.ERROR, Verdict.NOT_ATTEMPTED):
        return Said.EXCEPTION
    return Said.TOLD if told or says_by_itself(result) else Said.RAW
