"""Processes of this machine that grade for a batch, and the one zygote that they share."""

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol, Self

from grader.authoring import Exercise
from grader.classroom.grading.lane import Job, begin, grade
from grader.report import Report, Tier
from grader.sandbox import SharedZygote, forks
from grader.text import Message


class Pool(Protocol):
    """Processes that do jobs. A future fails when its process is lost."""

    @property
    def lanes(self) -> int:
        """How many jobs are done at once; it may change."""

    def submit(self, job: Job) -> "Future[Report]":
        """Have a job done."""

    def renew(self) -> None:
        """Start again after a process was lost."""

    def ready(self) -> None:
        """Wait until jobs can be done; raises SandboxError when they can't be."""

    def trouble(self) -> Message | None:
        """Why no job may end for now, or None; raises SandboxError when none ever will."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...


class LocalPool:
    """A process with a judge for each lane; one zygote forks the workers of all.

    The workers see nothing of the `private` folders.
    """

    def __init__(self, exercise: Exercise, tier: Tier, lanes: int, private: Sequence[Path] = ()):
        self.lanes, self.tier = lanes, tier
        self._zygote = None
        if tier is not Tier.OPEN or forks():
            memory = exercise.limits.memory
            self._zygote = SharedZygote(exercise.framework, tier, lanes, memory, private)
        self._executor = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # A fork would copy what this process has open, and what it is in the middle of.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.lanes, mp_context=context, initializer=begin)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._zygote is not None:
            self._zygote.close()  # a process that still grades notices this at once, and ends
        self._executor.shutdown(cancel_futures=True)

    @property
    def zygote(self) -> SharedZygote | None:
        """The zygote of all lanes; None where each lane starts workers by itself."""
        return self._zygote

    def ready(self) -> None:
        """Wait until the framework is imported; raises SandboxError when it can't be."""
        if self._zygote is not None:
            self._zygote.ready()

    def submit(self, job: Job) -> "Future[Report]":
        """Have a job done by a process that is free."""
        address = self._zygote.address if self._zygote is not None else ""
        job = replace(job, isolation=self.tier.value, address=address)
        with _interrupts_blocked():
            return self._executor.submit(grade, job)

    def renew(self) -> None:
        """Replace all processes: an executor that has lost one can't be used any more."""
        self._executor.shutdown(cancel_futures=True)
        self._executor = self._started()

    def trouble(self) -> Message | None:
        """None: a submission has its deadlines, and the future of a lost process fails."""
        return None


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Keep Ctrl-C for this process: one that is started meanwhile never gets it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
