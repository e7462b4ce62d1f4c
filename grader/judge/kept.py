"""Which outcomes of a submission the judge keeps: all, as long as its memory has room for them."""

from collections.abc import Iterator

from grader.authoring import Check
from grader.course import KeyCheck
from grader.judge.compare import difference
from grader.judge.examiner import Examiner
from grader.judge.implementation import Implementation
from grader.report import Lost, Verdict
from grader.text import Message
from grader.wire import Outcome

MAX_KEPT = 96 << 20
"""How much memory a submission's outcomes may take before only those are kept that decide."""

_NOT_KEPT = Lost(Verdict.CRASHED, Message("an earlier answer failed"))


def outcomes_of(
    student: Implementation, check: Check, cases: KeyCheck, examiner: Examiner
) -> Iterator[Outcome | Lost]:
    """The outcomes on the cases. Where there is no more room, the expected outcome stands for each
    that is as expected, and of the others the first alone is kept.
    """
    failed = False
    each = student.outcomes(check, cases.cases)  # first, so that it is asked to its end
    for outcome, inputs, expected in zip(each, cases.cases, cases.expected, strict=False):
        if student.taken < MAX_KEPT:
            yield outcome
        elif failed:
            yield _NOT_KEPT
        else:
            failed = difference(expected, outcome, check, inputs, examiner) is not None
            yield outcome if failed else expected
