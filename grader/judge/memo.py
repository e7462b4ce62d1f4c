"""What the grading before found, for the functions that are still as they were.

A function is as it was where what is executed for it is the same code. Where a report says
something of it, it must stand in the same lines as well, for these are named.
"""

from collections.abc import Sequence

from grader.authoring import Check
from grader.course import Lesson
from grader.report import CheckResult, Lost, Verdict
from grader.wire import Loaded

_LASTING = (Verdict.PASSED, Verdict.FAILED, Verdict.ERROR, Verdict.NOT_ATTEMPTED)
"""The machine has no part in these; a check that was skipped may be asked now."""


class Memo:
    """The results of one student's work on an exercise, from one grading to the next."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[str], CheckResult]] = {}

    def kept(
        self, lesson: Lesson, checks: Sequence[Check], loaded: Loaded | Lost
    ) -> dict[str, CheckResult]:
        """The results of the checks whose functions are as they were."""
        found = {}
        for check in checks:
            slices = _slices(lesson, check.name, check.function, loaded)
            before, result = self._known.get(check.name, ([], None))
            if slices and result is not None and _same(before, slices, result):
                found[check.name] = result
        return found

    def keep(self, lesson: Lesson, results: Sequence[CheckResult], loaded: Loaded | Lost) -> None:
        """Remember results, and what was graded."""
        for result in results:
            slices = _slices(lesson, result.name, result.function, loaded)
            if slices and result.verdict in _LASTING:
                self._known[result.name] = slices, result
            else:
                self._known.pop(result.name, None)


def _slices(lesson: Lesson, check: str, function: str, loaded: Loaded | Lost) -> list[str]:
    """What is executed for a check's functions; nothing where one of them has no value."""
    if isinstance(loaded, Lost):
        return []
    names = dict.fromkeys((function, *lesson.uses.get(check, ())))
    found = [loaded.found[name].digest if name in loaded.found else "" for name in names]
    return found if all(found) else []


def _same(before: Sequence[str], now: Sequence[str], result: CheckResult) -> bool:
    if result.verdict is Verdict.PASSED:
        return [each.split("-")[0] for each in before] == [each.split("-")[0] for each in now]
    return list(before) == list(now)
