"""Workers that stay warm: a framework is imported once for all that is graded."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.course import Lesson
    from grader.report import Tier
    from grader.sandbox import Workers


class Warm:
    """The workers for each framework; they end with the stack."""

    def __init__(self, stack: ExitStack, tier: "Tier | None" = None, private: Sequence[Path] = ()):
        """`tier` is open where none is said; `private` is what no other tier lets them read."""
        self._stack, self._tier, self._private = stack, tier, private
        self._started: dict[str, Workers] = {}

    def workers(self, lesson: "Lesson") -> "Workers":
        """Those for an exercise. The first time they begin to import, and nobody waits for it."""
        from grader.report import Tier
        from grader.sandbox import start

        framework = lesson.exercise.framework
        if framework not in self._started:
            started = start(framework, self._tier or Tier.OPEN, self._private)
            self._started[framework] = self._stack.enter_context(started)
        return self._started[framework]
