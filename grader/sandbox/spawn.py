"""Workers where there is no fork: each imports the framework itself, and one is started ahead."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Self

from grader import wire
from grader.authoring import Limits
from grader.errors import SandboxError
from grader.report import Tier
from grader.sandbox import launch
from grader.sandbox import scratch as scratches
from grader.sandbox.worker import Worker
from grader.sandbox.zygote import bounds
from grader.text import Message
from grader.wire import forking
from grader.wire.forking import Fork, Forked, Ready, Reaped
from grader.worker import stack
from grader.worker.breach import last_words

_START_SECONDS = 300


@dataclass
class _Spawned:
    """A process that will be a worker."""

    process: "subprocess.Popen[bytes]"
    scratch: Path
    output: Path
    word: bytes
    channel: socket.socket | None = None


class Spawner:
    """Starts the next worker's process ahead, before it is needed. For the open tier only."""

    tier = Tier.OPEN

    def __init__(self, framework: str):
        self.framework = framework
        self.versions: dict[str, str] = {}
        self.home = Path(tempfile.mkdtemp(prefix="grader-"))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(_START_SECONDS)
        self._next = self._spawn()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process that was started ahead, and remove all scratch."""
        _end(self._next.process)
        self._listener.close()
        scratches.remove(self.home)

    def restart(self) -> None:
        """Start the next process again."""
        _end(self._next.process)
        self._next = self._spawn()

    def ready(self) -> dict[str, str]:
        """Wait until the framework is imported; the versions of what was."""
        if self._next.channel is None:
            self._next.channel = self._connected(self._next)
            self.versions = self._expect(self._next, Ready).versions
        return self.versions

    def fork(self, limits: Limits, allowance: int | None = None) -> Worker:
        """The process that was started ahead, as a worker; starts the next one."""
        self.ready()
        spawned, self._next = self._next, self._spawn()
        assert spawned.channel is not None
        spawned.channel.sendall(wire.frame(Fork(str(spawned.scratch), bounds(limits))))
        self._expect(spawned, Forked)
        reap = partial(_reap, spawned)
        pid = spawned.process.pid if sys.platform == "linux" else None
        return Worker(spawned.channel, spawned.scratch, limits, reap, allowance, pid=pid)

    def _spawn(self) -> _Spawned:
        scratch = Path(tempfile.mkdtemp(prefix="worker-", dir=self.home))
        output = self.home / f"{scratch.name}.log"
        port = self._listener.getsockname()[1]
        entry = ["-m", "grader.worker.spawned", str(port), self.framework]
        with open(output, "w+b") as log:
            process = subprocess.Popen(
                [*launch.PYTHON, *entry],
                env=launch.environment(str(scratch), self.framework),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        word = secrets.token_hex(16).encode() + b"\n"
        assert process.stdin is not None
        with process.stdin as pipe:
            pipe.write(word)
        return _Spawned(process, scratch, output, word)

    def _connected(self, spawned: _Spawned) -> socket.socket:
        """The process's connection: the one that begins with the word that it was given."""
        until = time.monotonic() + _START_SECONDS
        self._listener.settimeout(0.2)
        while time.monotonic() < until and spawned.process.poll() is None:
            try:
                channel, _ = self._listener.accept()
            except TimeoutError:
                continue
            channel.settimeout(_START_SECONDS)
            if secrets.compare_digest(_exactly(channel, len(spawned.word)), spawned.word):
                return channel
            channel.close()
        raise SandboxError(self._obituary(spawned))

    def _expect(self, spawned: _Spawned, kind: Any) -> Any:
        assert spawned.channel is not None
        try:
            message = forking.receive(spawned.channel, forking.inbox())
        except OSError:
            message = None
        if message is None:
            raise SandboxError(self._obituary(spawned))
        if not isinstance(message, kind):
            raise SandboxError(
                "a worker sent {sent}, not {expected}",
                sent=type(message).__name__,
                expected=kind.__name__,
            )
        return message

    def _obituary(self, spawned: _Spawned) -> Message:
        lines = last_words(spawned.output).strip().splitlines()
        last = lines[-1][:300] if lines else f"exit code {spawned.process.poll()}"
        return Message(
            "the worker could not start {framework}: {last}",
            framework=forking.module_of(self.framework),
            last=last,
        )


def _exactly(channel: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count and (more := channel.recv(count - len(data))):
        data += more
    return data


def _reap(spawned: _Spawned, kill: bool, asked: bool) -> Reaped:
    """How a spawned process ended, as a wait status."""
    stayed, stacks = False, ""
    if asked:
        with open(spawned.output, "rb") as file:
            stacks = stack.asked(spawned.process.send_signal, file.fileno())
    try:
        spawned.process.wait(0 if kill else 1)
    except subprocess.TimeoutExpired:
        stayed = not kill
        _end(spawned.process)
    code = spawned.process.wait()
    status = -code if code < 0 else (code & 0xFF) << 8
    return Reaped(spawned.process.pid, status, last_words(spawned.output), stayed, stacks)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and, where it leads a session, the processes that it started."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    process.kill()
    process.wait()
