"""What of a report is remembered in a student's folder."""

from collections.abc import Iterator

from grader.course import Lesson
from grader.judge import COMES_FIRST
from grader.practice.memory import Diagnosis, Memory
from grader.report import CheckResult, Report, Verdict


def remember(memory: Memory, report: Report, lesson: Lesson, *, whole: bool) -> None:
    """Write a report down; `whole` tells whether every check was asked."""
    asked = [check.name for check in report.checks if check.verdict is not Verdict.UNGRADED]
    with memory.at_once():
        if whole:
            memory.result(report)
        memory.diagnosed(report.exercise, asked, diagnoses(report, lesson))


def diagnoses(report: Report, lesson: Lesson) -> Iterator[Diagnosis]:
    """What did not pass, each with the hint of its mistake, or else the author's general one.

    As in the report, what is written comes before what is not.
    """
    general = {check.name: check.hints for check in lesson.exercise.checks}
    for each in sorted(report.checks, key=lambda x: x.verdict is Verdict.NOT_ATTEMPTED):
        if each.verdict in (Verdict.PASSED, Verdict.SKIPPED, Verdict.UNGRADED):
            continue
        if each.mistake is not None:
            yield Diagnosis(each.name, each.function, each.mistake.hints)
        else:
            hints = general[each.name] if _is_of_the_function(each) else ()
            yield Diagnosis(each.name, each.function, hints, nudged=False)


def hinted(report: Report, lesson: Lesson) -> frozenset[str]:
    """The checks on which the author's general hint can be asked for."""
    found = diagnoses(report, lesson)
    return frozenset(each.check for each in found if each.hints and not each.nudged)


def _is_of_the_function(result: CheckResult) -> bool:
    """Whether a failure tells of the function: it is unwritten, or it was called.

    Else something is wrong with the file, or with another function, of which the hint would be
    untrue.
    """
    if any(detail.template in COMES_FIRST for detail in result.details):
        return False
    return result.counterexample is not None or result.verdict is Verdict.NOT_ATTEMPTED
