"""Grade a file beside the screen, and stop at once when it was saved once more."""

import threading
import time
from collections.abc import Callable
from typing import Self

from grader.authoring import Check, Limits
from grader.report import CheckResult, Report, Verdict
from grader.sandbox import Worker, Workers

_BROKEN = (Verdict.FAILED, Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED)


class _Superseded(BaseException):
    """Ends a grading from within. Whoever catches exceptions does not catch it."""


class Run(threading.Thread):
    """One grading. `doing` says what it is at, and then `report` or `error` is what came of it.

    `grade` gives the report, with the `workers` of this; it tells this what it `begins` and
    `knows`. `tell` is called whenever there is something new, by another thread.
    """

    def __init__(
        self, workers: Workers, grade: Callable[["Run"], Report], tell: Callable[[], None]
    ):
        super().__init__(daemon=True)
        self._given, self.workers = workers, Stoppable(workers)
        self._grade, self._tell = grade, tell
        self.began = time.monotonic()
        self.doing = ""
        self.asked: list[str] = []
        """The checks that were begun: the others are known from before."""
        self.known: list[CheckResult] = []
        """The results so far that will stay as they are."""
        self.report: Report | None = None
        self.error: Exception | None = None
        """What it was ended by, for whoever began it to say: in a thread, nobody would."""

    def run(self) -> None:
        """Grade, unless it is stopped."""
        try:
            report = self._grade(self)
            self.report = None if self.is_stopped else report
        except _Superseded:
            pass
        except Exception as error:  # it is raised, or said, at the edge
            self.error = error
        finally:
            self._tell()

    def stop(self) -> None:
        """End it, in the midst of a call too; what it has found is not used."""
        self.workers.stop()

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to end."""
        return self.workers.stopped

    @property
    def has_workers(self) -> bool:
        """Whether the framework is imported, so that there can be workers."""
        return bool(self._given.versions)

    @property
    def seconds(self) -> float:
        """How long it has been at work."""
        return time.monotonic() - self.began

    def begins(self, check: Check) -> None:
        """A check is begun."""
        if self.is_stopped:
            raise _Superseded
        self.doing = check.name
        self.asked.append(check.name)

    def knows(self, result: CheckResult) -> None:
        """A result will stay as it is."""
        self.known.append(result)
        self._tell()

    @property
    def has_failed(self) -> bool:
        """Whether it is known that a check fails which was asked now."""
        return any(x.verdict in _BROKEN and x.name in self.asked for x in [*self.known])


class Stoppable:
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
        for worker in [*self._forked]:
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
        if self.stopped:  # meanwhile: it would not have been interrupted
            worker.interrupt()
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
