"""How much time a worker has had, seen from outside: a busy machine takes none of it away.

A limit is seconds of processor time, of all the worker's threads together. A worker that sleeps
uses none. So there is a second limit, PATIENCE times as much by the clock; the time in which its
threads, or this one, waited for a processor does not count. The kernel tells all of this
(clock_getcpuclockid(3), and schedstat in /proc), and the worker has no part in it.
"""

import operator
import os
import time
from dataclasses import astuple, dataclass

from grader.text import Message

PATIENCE = 3
"""How many times its limit a worker that hardly computes may take by the clock."""

STARVED = 12
"""How many times its limit may pass before the machine is said to be too busy to grade."""

TICK = 0.1
"""Seconds after which a worker that has not answered is looked at, again and again."""

_OURS = "/proc/thread-self"
_PROCESS = 2
_SECOND = 1_000_000_000


@dataclass(frozen=True)
class Spent:
    """Seconds: of processor time; by the clock, while it could have computed; by the clock, in all.

    `stalled` is how long others surely kept it from a processor: longer than its own threads kept
    one another, which is at most as long as they computed.
    """

    processor: float = 0.0
    free: float = 0.0
    wall: float = 0.0
    stalled: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(*map(operator.add, astuple(self), astuple(other)))

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(*map(operator.sub, astuple(self), astuple(other)))

    def used_up(self, seconds: float) -> bool:
        """Whether this is all that a limit of so many seconds allows."""
        if self.processor >= seconds or self.free >= seconds * PATIENCE:
            return True
        return self.wall >= seconds * STARVED and not self.starved(seconds)

    def starved(self, seconds: float) -> bool:
        """Whether it has hardly had a processor since long ago, and not by its own doing."""
        return self.wall >= seconds * STARVED and self.stalled >= self.wall / 4


class Clock:
    """What a process spends while it is waited for, from `begin` to `read` and to the next `read`.

    Its processor time counts always. `pid` is None where it can't be looked at: there it counts as
    computing as long as it is waited for.
    """

    def __init__(self, pid: int | None):
        self.spent = Spent()
        self._pid = None if _processor(pid) is None else pid
        self._processor = _processor(pid) or 0.0
        self._waits: dict[str, float] = {}
        self.begin()

    @property
    def seen(self) -> bool:
        """Whether the process can be looked at."""
        return self._pid is not None

    @property
    def threads(self) -> int:
        """How many threads it had when it was looked at."""
        return len(self._waits) - 1

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
        processor, waits = _processor(self._pid) or self._processor, _waits(self._pid)
        used = processor - self._processor
        lost = {task: waits[task] - self._waits.get(task, 0.0) for task in waits}
        self._processor, self._waits = processor, waits
        free = max(wall - sum(lost.values()), 0.0)
        ours = lost.pop(_OURS)
        stalled = max(ours, max(lost.values(), default=0.0) - used)
        self.spent += Spent(used, free, wall, min(max(stalled, 0.0), wall))
        return self.spent

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


def _waits(pid: int) -> dict[str, float]:
    """How long each thread of a process, and this one, have waited for a processor so far."""
    folder = f"/proc/{pid}/task"
    try:
        threads = os.listdir(folder)
    except OSError:
        threads = []
    return {task: _wait(task) for task in [_OURS, *(f"{folder}/{name}" for name in threads)]}


def _wait(task: str) -> float:
    try:
        with open(f"{task}/schedstat") as file:
            return int(file.read().split()[1]) / _SECOND
    except (OSError, IndexError):  # it has ended, or this kernel does not count
        return 0.0
