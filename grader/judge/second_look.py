"""A failure, looked at once more in a new worker, when every verdict stands.

What is found here is said of the failure, and no verdict depends on it. A function that keeps
something between calls fails truly, but its first result may be the right one, and whoever tries
the example would see just that.
"""

from collections.abc import Callable
from typing import Self

from grader.authoring import Check
from grader.errors import SandboxError
from grader.judge.compare import Failure, alike, difference
from grader.judge.example import ends_alike, rank
from grader.judge.implementation import Implementation
from grader.report import Lost, Verdict
from grader.text import Message
from grader.wire import Outcome, Raised, Returned

Shrink = Callable[[Check, Implementation], Failure | None]
"""Finds a plainer failing input live, given a failed check and new workers of the submission."""

_LOOKED_AT = (Verdict.FAILED, Verdict.ERROR)

REPEATED = 3
"""How often the failing call is made again: of two values, a shuffle gives one twice by chance."""

KEEPS = Message(
    "as the first call of all it is right, and so it is when you try it; after other calls it is "
    "not: do you keep something between calls, or shuffle?"
)
VARIES = Message(
    "it does not return the same for the same input: do you shuffle, or keep something between "
    "calls?"
)


class SecondLook:
    """Repeats failures, and looks for smaller ones where it can.

    `anew` gives workers of the submission in which nothing has been called.
    """

    def __init__(self, anew: Callable[[], Implementation], shrink: Shrink | None = None):
        self._anew, self._shrink = anew, shrink
        self._student = anew()
        self._called: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._student.close()

    def at(self, check: Check, failure: Failure) -> tuple[Failure, Message | None]:
        """The failure to show, and what a repetition shows of its cause.

        Where a predicate decides, a call may train a network, and nothing is repeated.
        """
        if check.holds is not None or failure.difference.verdict not in _LOOKED_AT:
            return failure, None
        try:
            note = self._repeated(check, failure)
            if note or self._shrink is None:
                return failure, note
            smaller = self._shrink(check, self._student)
        except SandboxError:  # no worker could be had; what was found before still holds
            return failure, None
        if smaller is None or not ends_alike(smaller, failure):
            return failure, None
        return min(smaller, failure, key=lambda each: rank(each, check)), None

    def _repeated(self, check: Check, failure: Failure) -> Message | None:
        """What more calls on the same input show, the first ones of the function."""
        if check.function in self._called:
            self._student.close()
            self._student = self._anew()
            self._called.clear()
        self._called.add(check.function)
        first, *others = self._student.outcomes(check, [failure.inputs] * REPEATED)
        if difference(failure.expected, first, check, failure.inputs) is None:
            return KEEPS
        same = (_same(check, failure, first, other) for other in others)
        return None if all(same) else VARIES


def _same(check: Check, failure: Failure, first: Outcome | Lost, second: Outcome | Lost) -> bool:
    """Whether two outcomes on one input are the same. Threads may add numbers in another order.

    Of a call that was lost nothing is known.
    """
    match first, second:
        case (Lost(), _) | (_, Lost()):
            return True
        case Raised(), Raised():
            return first.type == second.type
        case Returned(), Returned():
            return first.value == second.value or alike(first, second, check, failure.inputs)
        case _:
            return False
