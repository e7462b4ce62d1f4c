"""Grade a file beside the screen, and stop at once when it was saved once more."""

import threading
from collections.abc import Callable
from typing import Self

from grader.authoring import Check, Limits
from grader.errors import GraderError
from grader.report import Report
from grader.sandbox import Worker, Workers

Grade = Callable[[Workers, Callable[[Check], None]], Report]
"""What grades, with these workers; it calls the second before each check."""


class _Superseded(BaseException):
    """Ends a grading from within. Whoever catches exceptions does not catch it."""


class Run(threading.Thread):
    """One grading. `doing` says what it is at, and then `report` or `fault` is what came of it."""

    def __init__(self, workers: Workers, grade: Grade):
        super().__init__(daemon=True)
        self._workers, self._grade = _Stoppable(workers), grade
        self.doing = ""
        self.report: Report | None = None
        self.fault = ""

    def run(self) -> None:
        """Grade, unless it is stopped."""
        try:
            report = self._grade(self._workers, self._begins)
            self.report = None if self.is_stopped else report
        except _Superseded:
            pass
        except GraderError as error:
            self.fault = str(error)
        except Exception as error:  # in a thread, nobody else would say it
            self.fault = f"{type(error).__name__}: {error}"

    def stop(self) -> None:
        """End it, in the midst of a call too; what it has found is not used."""
        self._workers.stop()

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to end."""
        return self._workers.stopped

    def _begins(self, check: Check) -> None:
        if self.is_stopped:
            raise _Superseded
        self.doing = check.name


class _Stoppable:
    """Workers as others give them, until it is stopped."""

    def __init__(self, workers: Workers):
        self._workers = workers
        self._forked: list[Worker] = []
        self.stopped = False
        self.framework, self.tier = workers.framework, workers.tier
        self.versions = workers.versions

    def stop(self) -> None:
        """Interrupt all that run, and give no more."""
        self.stopped = True
        for worker in self._forked:
            worker.interrupt()

    def ready(self) -> dict[str, str]:
        """As the others."""
        return self._workers.ready()

    def fork(self, limits: Limits, allowance: int | None = None) -> Worker:
        """A worker, if it was not stopped."""
        if self.stopped:
            raise _Superseded
        worker = self._workers.fork(limits, allowance)
        self._forked.append(worker)
        return worker

    def restart(self) -> None:
        """As the others."""
        self._workers.restart()

    def close(self) -> None:
        """Nothing: whoever began the others ends them."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
