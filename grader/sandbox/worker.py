"""One worker, as the host sees it: it sends requests and receives outcomes, in limited time."""

import contextlib
import re
import select
import signal
import socket
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from grader import wire
from grader.authoring import Limits
from grader.errors import SandboxError
from grader.report import Lost, Verdict
from grader.sandbox import scratch as scratches
from grader.sandbox import stuck
from grader.sandbox.clock import TICK, Clock, Spent
from grader.sandbox.watch import Watch
from grader.text import Message
from grader.wire import (
    Call,
    Load,
    Loaded,
    Outcome,
    Prepared,
    ProtocolError,
    Raised,
    Refused,
    Reply,
    Said,
    Value,
)
from grader.wire.forking import Reaped
from grader.worker.breach import size

WINDOW = 32
"""How many requests are under way at once, so that the worker never waits for the judge."""

PAUSE = 0.002
"""Seconds in which answers may gather while the worker has enough to do. When the judge woke up for
each answer, a submission of exercise 1 took 1.46 times as long as a bare fork, and not 1.22."""

PREPARE_SECONDS = 60.0
"""Seconds for what is not the student's work: the lockdown, and loading the checks."""

_CHUNK = 1 << 18
_FEW = 1 << 12
"""Bytes of an unfinished answer for which the judge does not wake up again at once."""

_OUT_OF_MEMORY = re.compile(
    "bad_alloc|MemoryError|[Oo]ut of memory|Cannot allocate memory|RESOURCE_EXHAUSTED"
)


class _Gone(Exception):
    """The worker is lost; it carries the Lost to return."""

    def __init__(self, lost: Lost):
        super().__init__(str(lost.reason))
        self.lost = lost


class Worker:
    """A forked process at the other end of a socket. It is given up at its first fault.

    `reap(kill, asked)` ends the process and says how it ended, and where it was if it was asked.
    `scratch` is the folder to remove then. `allowance` is how much of the judge's memory its
    answers may still take: their bytes, and what their values weigh. `watch` looks at what it
    writes, where nothing else bounds that. `pid` is its number here, where it is known.
    """

    def __init__(
        self,
        channel: socket.socket,
        scratch: Path | None,
        limits: Limits,
        reap: Callable[[bool, bool], Reaped],
        allowance: int | None = None,
        watch: Watch | None = None,
        pid: int | None = None,
    ):
        self._watch = watch
        self._channel, self._scratch, self._reap = channel, scratch, reap
        self._limits = limits
        self._channel.setblocking(False)
        self._inbox = wire.Inbox()
        self._sources: dict[str, list[str]] = {}
        self._outbox = bytearray()
        self._number = 0
        self.allowance = limits.answers if allowance is None else allowance
        self.clock = Clock(pid)
        self.alive = True

    def close(self) -> None:
        """End the worker and remove its scratch."""
        if self.alive:
            self._end(kill=True)

    def interrupt(self) -> None:
        """Have whoever waits for an answer lose the worker at once. Another thread may call it."""
        with contextlib.suppress(OSError):  # it has ended meanwhile
            self._channel.shutdown(socket.SHUT_RDWR)

    def load(self, load: Load, seconds: float) -> Loaded | Lost:
        """Have the submission loaded. A failure before a line of it runs raises SandboxError."""
        try:
            self._outbox += wire.frame(load)
        except ProtocolError as error:
            return self._broken(error)
        self._prepare()
        self._sources = stuck.sources(load)
        return self._answer(Loaded, seconds)

    def _prepare(self) -> None:
        """Wait until the worker is locked down and has loaded the checks. Failures are ours."""
        try:
            reply = self._receive(PREPARE_SECONDS)
        except (_Gone, ProtocolError) as error:
            raise SandboxError(
                "a worker was not ready to load the file: {error}", error=error
            ) from error
        if isinstance(reply, Refused):
            raise SandboxError(reply.reason)
        if not isinstance(reply, Prepared):
            raise SandboxError(
                "a worker sent {sent} in place of Prepared", sent=type(reply).__name__
            )

    def calls(
        self,
        check: str,
        cases: Sequence[dict[str, Value]],
        seconds: float,
        before: Spent = Spent(),  # noqa: B008
    ) -> Iterator[Outcome | Lost]:
        """The outcome of the check on each case, in order; ends early with a Lost.

        Each call may take `seconds`. `before` is what other workers of the submission have spent.
        """
        waiting: deque[int] = deque()
        todo = iter(cases)
        try:
            for _ in cases:
                if len(waiting) <= WINDOW // 2:
                    while len(waiting) < WINDOW and (case := next(todo, None)) is not None:
                        self._number += 1
                        self._outbox += wire.frame(Call(self._number, check, case))
                        waiting.append(self._number)
                pause = PAUSE if len(waiting) > WINDOW // 2 and not self._outbox else 0.0
                reply = self._receive(seconds, before, pause)
                if len(waiting) == 1:  # the last one, before it counts
                    self._look_at_scratch(now=True)
                yield self._outcome(reply, waiting.popleft())
            if not self._inbox.empty:
                raise ProtocolError("more replies than requests")
        except _Gone as gone:
            yield gone.lost
        except ProtocolError as error:
            yield self._broken(error)
        except GeneratorExit:
            # The other answers are not wanted. They are on their way, so this worker can't go on.
            if waiting:
                self.close()
            raise

    def ask(self, frame: bytes, seconds: float) -> Said | Raised | Lost:
        """What a predicate answers to an Ask, within so many seconds."""
        self._outbox += frame
        return self._answer(Said | Raised, seconds)

    def _answer(self, kind: Any, seconds: float) -> Any:
        """The next message, which must be of this kind; a Lost where there is none."""
        try:
            reply = self._receive(seconds)
            if not isinstance(reply, kind):
                raise ProtocolError(f"no answer, but a {type(reply).__name__}")
            return reply
        except _Gone as gone:
            return gone.lost
        except ProtocolError as error:
            return self._broken(error)

    def _outcome(self, reply: Any, number: int) -> Outcome:
        if not isinstance(reply, Reply) or reply.number != number:
            raise ProtocolError(f"no reply to request {number}")
        return reply.outcome

    def _receive(self, seconds: float, before: Spent | None = None, pause: float = 0.0) -> Any:
        """The next message. Meanwhile, what waits to be sent is sent.

        It looks for answers every `pause` seconds, or as soon as there is one. After `seconds`, or
        all that the submission has, the worker is killed. `before` is what was spent of these.
        """
        self.clock.begin()
        begun, look = None, time.monotonic() + TICK
        while (message := self._next()) is None:
            time.sleep(pause)
            self._look_at_scratch()
            sending = [self._channel] if self._outbox else []
            left = max(look - time.monotonic(), 0)
            readable, writable, _ = select.select([self._channel], sending, [], left)
            if writable:
                self._send()
            if readable and self._read() < _FEW:
                pause = max(pause, PAUSE)
            if time.monotonic() >= look:
                last = self.clock.spent
                spent = self.clock.read()
                # What it computed while it was not waited for is not this call's.
                begun = begun or replace(last, processor=spent.processor)
                self._count_threads()
                self._look(spent - begun, seconds)
                if before is not None:
                    self._look(before + spent, self._limits.submission_seconds, whole=True)
                look = time.monotonic() + TICK
        if not self.clock.seen:
            self.clock.read()
        return message

    def _look_at_scratch(self, now: bool = False) -> None:
        """End the worker where it has used up its scratch, or the disk."""
        if self._watch is not None and (breach := self._watch.breach(now)) is not None:
            self._end(kill=True)
            raise _Gone(Lost(Verdict.CRASHED, breach))

    def _next(self) -> Any:
        """The next message that has come, its weight taken from the allowance."""
        before = self._inbox.weight
        message = self._inbox.next()
        self._take(self._inbox.weight - before)
        return message

    def _take(self, size: int) -> None:
        self.allowance -= size
        if self.allowance < 0:
            self._end(kill=True)
            raise _Gone(Lost(Verdict.CRASHED, Message("the answers were too large in all")))

    def _count_threads(self) -> None:
        """End the worker if it has too many: the kernel may count those of others with them."""
        most = self._limits.processes
        if self.clock.threads > most:
            self._end(kill=True)
            reason = Message("started more than {count} threads", count=most)
            raise _Gone(Lost(Verdict.CRASHED, reason))

    def _look(self, spent: Spent, seconds: float, whole: bool = False) -> None:
        """End the worker if that was all it may spend, on one call or on the `whole` submission."""
        if spent.used_up(seconds):
            stacks = self._end(kill=True, asked=bool(self._sources)).stacks
            reason = self.clock.reason(spent, seconds, whole)
            place = stuck.where(stacks, self._sources, computing=spent.processor >= seconds)
            raise _Gone(Lost(Verdict.TIMEOUT, reason, (place,) if place else ()))
        if spent.starved(seconds):
            self._end(kill=True)
            raise SandboxError(
                "this machine is too busy: in {wall} s a worker was given {processor} s of a "
                "processor",
                wall=f"{spent.wall:.0f}",
                processor=f"{spent.processor:.0f}",
            )

    def _send(self) -> None:
        try:
            sent = self._channel.send(memoryview(self._outbox)[:_CHUNK])
        except BlockingIOError:
            return
        except OSError:
            # The worker is gone; what it answered before is still to be read.
            self._outbox.clear()
            return
        del self._outbox[:sent]

    def _read(self) -> int:
        """Take what has come; how many bytes."""
        try:
            data = self._channel.recv(_CHUNK)
        except OSError:
            data = b""
        if not data:
            raise _Gone(self._died())
        self._take(len(data))
        self._inbox.feed(data)
        return len(data)

    def _broken(self, error: ProtocolError) -> Lost:
        self._end(kill=True)
        return Lost(
            Verdict.CRASHED, Message("the process broke the protocol: {error}", error=error)
        )

    def _died(self) -> Lost:
        reaped = self._end(kill=False)
        if reaped.stayed:
            what = Message("the process closed its connection to the judge, and was ended")
            return Lost(Verdict.CRASHED, what)
        number = reaped.status & 0x7F
        if number == getattr(signal, "SIGXCPU", 0):
            reason = Message(
                "killed after {seconds} s of the processor's time",
                seconds=self._limits.cpu_seconds,
            )
            return Lost(Verdict.TIMEOUT, reason)
        if number == getattr(signal, "SIGPROF", 0):
            seconds = f"{self._limits.predicate_seconds:g}"
            spent = Message("killed after {seconds} s of the processor's time", seconds=seconds)
            return Lost(Verdict.TIMEOUT, spent)
        how = _how_it_ended(reaped.status)
        if number and _OUT_OF_MEMORY.search(reaped.words):
            memory = size(self._limits.memory)
            how = Message("needed more than {memory} of memory: {how}", memory=memory, how=how)
        return Lost(Verdict.CRASHED, how)

    def _end(self, kill: bool, asked: bool = False) -> Reaped:
        self.alive = False
        self._channel.close()
        try:
            return self._reap(kill, asked)
        finally:
            if self._scratch is not None:
                scratches.remove(self._scratch)


_MEANINGS = {
    "SIGSEGV": Message("a segmentation fault"),
    "SIGABRT": Message("an abort"),
    "SIGKILL": Message("killed, as the kernel does when memory runs out"),
}


def _how_it_ended(status: int) -> Message:
    """A wait status as a message: the signal or the exit code, named."""
    number = status & 0x7F
    if not number:
        return Message("the Python process ended itself (exit code {code})", code=status >> 8)
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = f"signal {number}"
    if name not in _MEANINGS:
        return Message("the Python process died of {signal}", signal=name)
    meaning = _MEANINGS[name]
    return Message("the Python process died of {signal} ({meaning})", signal=name, meaning=meaning)
