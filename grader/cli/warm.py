"""Workers that stay warm: a framework is imported once for all that is graded."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.course import Lesson
    from grader.sandbox import Workers


class Warm:
    """The workers for each framework; they end with the stack."""

    def __init__(self, stack: ExitStack):
        self._stack = stack
        self._started: dict[str, Workers] = {}

    def workers(self, lesson: "Lesson") -> "Workers":
        """Those for an exercise. The first time they begin to import, and nobody waits for it."""
        from grader.report import Tier
        from grader.sandbox import start

        framework = lesson.exercise.framework
        if framework not in self._started:
            started = start(framework, Tier.OPEN)
            self._started[framework] = self._stack.enter_context(started)
        return self._started[framework]
