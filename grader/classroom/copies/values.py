"""Which wrong values a student has that no known mistake explains, and who has the same.

Two files with the same wrong values have the same mistake. Where few have it, that is evidence
beside what the sources have in common.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from grader.classroom.record import Entry, State
from grader.report import NOT_IMPLEMENTED, CheckResult, Verdict


@dataclass(frozen=True)
class SameValues:
    """A function whose wrong values two students share, and how many students have these."""

    function: str
    students: int


def wrong_values(entry: Entry) -> dict[object, str]:
    """The wrong results of a student that are no known mistake's: by what is wrong, the function.

    What is wrong is the check, the example and what was returned in it. An exception has no values.
    """
    if entry.state is not State.GRADED:
        return {}
    return {key: check.function for check in entry.report.checks if (key := _values(check))}


def _values(check: CheckResult) -> object:
    example = check.counterexample
    if check.verdict is not Verdict.FAILED or check.mistake is not None or example is None:
        return None
    if example.instead or check.message is None or check.message.template == NOT_IMPLEMENTED:
        return None
    return check.name, tuple(example.inputs.items()), example.returned, str(check.message)


class Values:
    """The wrong values of a class."""

    def __init__(self, entries: Iterable[Entry]):
        self._of = {entry.student: wrong_values(entry) for entry in entries}
        self._who: dict[object, set[str]] = defaultdict(set)
        for student, found in self._of.items():
            for key in found:
                self._who[key].add(student)

    def same(self, one: str, other: str) -> tuple[SameValues, ...]:
        """The functions with the same wrong values in two files; the rarest of each function."""
        fewest: dict[str, int] = {}
        theirs = self._of.get(other, {})
        for key, function in self._of.get(one, {}).items():
            if key in theirs:
                count = len(self._who[key])
                fewest[function] = min(count, fewest.get(function, count))
        return tuple(SameValues(function, count) for function, count in fewest.items())
