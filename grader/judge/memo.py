"""What the grading before found, for the functions that are still as they were.

A function is as it was where what is executed for it is the same code. Where a report says
something of it, it must stand in the same lines as well, for these are named; and where that may be
about anything in the file, all of this must be the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.authoring import Check
from grader.course import Lesson
from grader.report import CheckResult, Lost, Verdict
from grader.wire import Loaded, Outcome

Outcomes = list[Outcome | Lost]
Digests = list[tuple[str, ...]]
"""For each function of a check its code, its place, and the whole text, as digests."""

FLEETING = (Verdict.TIMEOUT, Verdict.CRASHED, Verdict.UNGRADED)
"""In these the machine may have a part: it may have been busy."""


@dataclass(frozen=True)
class Kept:
    """What was found of a check: at `first`, and when all was settled; and what its calls gave."""

    digests: Digests
    first: CheckResult
    result: CheckResult
    outcomes: Outcomes | None


class Memo:
    """The results of one student's work on an exercise, from one grading to the next."""

    def __init__(self) -> None:
        self._known: dict[str, Kept] = {}

    def kept(
        self, lesson: Lesson, checks: Sequence[Check], loaded: Loaded | Lost
    ) -> dict[str, Kept]:
        """What is known of the checks whose functions are as they were."""
        found = {}
        for check in checks:
            before, now = self._known.get(check.name), _digests(lesson, check, loaded)
            if now and before is not None and _same(before, now):
                found[check.name] = before
        # What is called may keep something: of a function, all of the checks are asked, or none.
        asked = {check.function for check in checks if check.name not in found}
        return {name: each for name, each in found.items() if each.first.function not in asked}

    def keep(
        self,
        lesson: Lesson,
        loaded: Loaded | Lost,
        first: Sequence[CheckResult],
        results: Sequence[CheckResult],
        outcomes: Mapping[str, Outcomes],
    ) -> None:
        """Remember results, and what was graded. A file that can't be read changes nothing."""
        if isinstance(loaded, Lost) or not loaded.readable:
            return
        checks = {check.name: check for check in lesson.exercise.checks}
        for before, result in zip(first, results, strict=True):
            digests = _digests(lesson, checks[result.name], loaded)
            if digests and not {before.verdict, result.verdict} & {*FLEETING}:
                found = outcomes.get(result.name)
                self._known[result.name] = Kept(digests, before, result, found)
            else:
                self._known.pop(result.name, None)


def _digests(lesson: Lesson, check: Check, loaded: Loaded | Lost) -> Digests:
    """What is executed for a check's functions, and for those of the checks that it waits for;
    nothing where one of them has no value.
    """
    if isinstance(loaded, Lost):
        return []
    checks = {each.name: each for each in lesson.exercise.checks}
    todo, names = [check], dict[str, None]()
    while todo:
        each = todo.pop()
        names |= dict.fromkeys((each.function, *lesson.uses.get(each.name, ())))
        todo += [checks[name] for name in each.needs]
    found = [loaded.found[name].digest if name in loaded.found else "" for name in names]
    return [tuple(each.split("-")) for each in found] if all(found) else []


def _same(before: Kept, now: Digests) -> bool:
    """Whether the result would be the same now: what passes names no line, and what ends in an
    exception may be explained by any of them.
    """
    verdict = before.result.verdict
    parts = 3 if Verdict.ERROR in (before.first.verdict, verdict) else 2
    parts = 1 if verdict is Verdict.PASSED else parts
    return [each[:parts] for each in before.digests] == [each[:parts] for each in now]
