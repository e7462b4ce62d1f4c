"""Grade a file beside the screen, and stop when it was saved once more."""

import threading
from collections.abc import Callable

from grader.authoring import Check
from grader.errors import GraderError
from grader.report import Report
from grader.text import Message


class _Superseded(BaseException):
    """Ends a grading from within. Whoever catches exceptions of a student's does not catch it."""


class Run(threading.Thread):
    """One grading. `doing` says what it is at, and then `report` or `fault` is what came of it.

    `grade` is called with what is to be called before each check.
    """

    def __init__(self, grade: Callable[[Callable[[Check], None]], Report]):
        super().__init__(daemon=True)
        self._grade = grade
        self._stopped = threading.Event()
        self.doing = ""
        self.report: Report | None = None
        self.fault: Message | str | None = None

    def run(self) -> None:
        """Grade, unless it is stopped."""
        try:
            self.report = self._grade(self._begins)
        except _Superseded:
            pass
        except GraderError as error:
            self.fault = str(error)
        except Exception as error:  # in a thread, nobody else would say it
            self.fault = f"{type(error).__name__}: {error}"

    def stop(self) -> None:
        """Have it end before its next check; what it finds is not used."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to end."""
        return self._stopped.is_set()

    def _begins(self, check: Check) -> None:
        if self._stopped.is_set():
            raise _Superseded
        self.doing = check.name
