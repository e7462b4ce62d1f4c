"""What of a report is remembered in a student's folder."""

from collections.abc import Iterator

from grader.course import Lesson
from grader.practice.memory import Diagnosis, Memory
from grader.report import Report, Verdict


def remember(memory: Memory, report: Report, lesson: Lesson, *, whole: bool) -> None:
    """Write a report down; `whole` tells whether every check was asked."""
    if whole:
        memory.result(report)
    asked = [check.name for check in report.checks if check.verdict is not Verdict.UNGRADED]
    memory.diagnosed(report.exercise, asked, _diagnoses(report, lesson))


def _diagnoses(report: Report, lesson: Lesson) -> Iterator[Diagnosis]:
    """What did not pass, each with the hint of its mistake, or else the author's general one."""
    general = {check.name: check.hints for check in lesson.exercise.checks}
    for each in report.checks:
        if each.verdict in (Verdict.PASSED, Verdict.SKIPPED, Verdict.UNGRADED):
            continue
        if each.mistake is not None:
            yield Diagnosis(each.name, each.function, each.mistake.hints)
        else:
            yield Diagnosis(each.name, each.function, general[each.name], nudged=False)
