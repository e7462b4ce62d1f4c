"""How much time a worker has had, seen from outside: a busy machine takes none of it away.

A limit is seconds of processor time, of all the worker's threads together. A worker that sleeps
uses none. So there is a second limit, PATIENCE times as much by the clock; the time in which its
threads, or this one, waited for a processor does not count. The kernel tells all of this
(clock_getcpuclockid(3), and schedstat in /proc), and the worker has no part in it.
"""

import os
import time
from dataclasses import dataclass

from grader.text import Message

PATIENCE = 3
"""How many times its limit a worker that hardly computes may take by the clock."""

STARVED = 12
"""How many times its limit may pass before the machine is said to be too busy to grade."""

TICK = 0.1
"""Seconds after which a worker that has not answered is looked at, again and again."""

_PROCESS = 2
_SECOND = 1_000_000_000


@dataclass(frozen=True)
class Spent:
    """Seconds: of processor time, by the clock while it could have computed, and by the clock."""

    processor: float = 0.0
    free: float = 0.0
    wall: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.processor + other.processor, self.free + other.free, self.wall + other.wall
        )

    def __sub__(self, other: "Spent") -> "Spent":
        return self + Spent(-other.processor, -other.free, -other.wall)

    def used_up(self, seconds: float) -> bool:
        """Whether this is all that a limit of so many seconds allows."""
        return self.processor >= seconds or self.free >= seconds * PATIENCE

    def starved(self, seconds: float) -> bool:
        """Whether it has hardly had a processor since long ago."""
        return self.wall >= seconds * STARVED and not self.used_up(seconds)


class Clock:
    """What a process spends while it is waited for, from `begin` to `read` and to the next `read`.

    Its processor time counts always. `pid` is None where it can't be looked at: there it counts as
    computing as long as it is waited for.
    """

    def __init__(self, pid: int | None):
        self.spent, self.threads = Spent(), 0
        self._pid = None if _processor(pid) is None else pid
        self._processor, self._waited = _processor(pid) or 0.0, 0.0
        self.begin()

    @property
    def seen(self) -> bool:
        """Whether the process can be looked at."""
        return self._pid is not None

    def begin(self) -> None:
        """It is waited for from here on."""
        self._since = time.monotonic()

    def read(self) -> Spent:
        """What it has spent in all."""
        now = time.monotonic()
        wall, self._since = now - self._since, now
        if self._pid is None:
            self.spent += Spent(wall, 0.0, wall)
            return self.spent
        processor, waited = _processor(self._pid) or self._processor, self._waits()
        used, lost = processor - self._processor, max(waited - self._waited, 0.0)
        self._processor, self._waited = processor, waited
        self.spent += Spent(used, max(wall - lost, 0.0), wall)
        return self.spent

    def _waits(self) -> float:
        """How long its threads and this one have waited for a processor in all."""
        folder = f"/proc/{self._pid}/task"
        try:
            threads = os.listdir(folder)
        except OSError:
            threads = []
        self.threads = len(threads)
        return sum(map(_wait, ["/proc/thread-self", *(f"{folder}/{name}" for name in threads)]))

    def reason(self, spent: Spent, seconds: float, whole: bool) -> Message:
        """Why a worker was ended that has used up what a call, or the `whole` submission, has."""
        idle = spent.processor < seconds
        given = f"{seconds * PATIENCE if idle else seconds:g}"
        if whole:
            after = Message("killed after all {seconds} s of the submission", seconds=given)
        else:
            after = Message("killed after {seconds} s", seconds=given)
        if idle:
            return Message("{killed} in which it hardly computed", killed=after)
        if whole or not self.seen:
            return after
        return Message("{killed} of the processor's time", killed=after)


def _processor(pid: int | None) -> float | None:
    """The processor time of a process, of all its threads; None where it can't be asked for."""
    if not pid or not hasattr(time, "clock_gettime_ns"):
        return None
    try:
        return time.clock_gettime_ns(~pid << 3 | _PROCESS) / _SECOND  # as clock_getcpuclockid(3)
    except OSError:
        return None


def _wait(task: str) -> float:
    try:
        with open(f"{task}/schedstat") as file:
            return int(file.read().split()[1]) / _SECOND
    except (OSError, IndexError):  # it has ended, or this kernel does not count
        return 0.0
