"""Start a zygote and have it fork workers. The parent never imports the framework itself."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from grader.authoring import Limits
from grader.errors import SandboxError
from grader.sandbox import scratch as scratches
from grader.sandbox.worker import Worker
from grader.worker import wire
from grader.worker.wire import Fork, Forked, Ready, Reap, Reaped, Refused

_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "VIRTUAL_ENV")
_START_SECONDS = 300


def _environment(home: str) -> dict[str, str]:
    """All that a worker sees of the environment: no secrets, no settings of the user's."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONWARNINGS": "ignore",
        # One thread before the fork: TensorFlow starts its own after it.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "KERAS_BACKEND": "tensorflow",
        "MPLBACKEND": "Agg",
    }


class Zygote:
    """A process with `framework` imported, ready to fork.

    It starts in the background at once; `ready` waits for it.
    """

    def __init__(self, framework: str):
        self.framework = framework
        self.versions: dict[str, str] = {}
        self.home = Path(tempfile.mkdtemp(prefix="grader-"))
        self._control, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-s", "-m", "grader.worker.zygote"]
        with theirs, open(self.home / "zygote.log", "wb") as log:
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno()), framework],
                pass_fds=[theirs.fileno()],
                env=_environment(str(self.home)),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
            )
        self._inbox = wire.Inbox()

    def __enter__(self) -> "Zygote":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the zygote and its workers, and remove their scratch."""
        self._control.close()
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()
        scratches.remove(self.home)

    def ready(self) -> dict[str, str]:
        """Wait until the framework is imported; the versions of what was."""
        if not self.versions:
            self._control.settimeout(_START_SECONDS)
            self.versions = self._expect(Ready).versions
        return self.versions

    def fork(self, limits: Limits, room: int | None = None) -> Worker:
        """A new worker with a scratch folder of its own.

        It may send `room` bytes, by default all the answers that `limits` let a submission have.
        """
        self.ready()
        with ExitStack() as undo:
            try:
                scratch = Path(tempfile.mkdtemp(prefix="worker-", dir=self.home))
                undo.callback(scratches.remove, scratch)
                ours, theirs = socket.socketpair()
                undo.enter_context(ours)
                with theirs:
                    request = wire.frame(Fork(str(scratch), limits.memory))
                    socket.send_fds(self._control, [request], [theirs.fileno()])
            except OSError as error:
                raise SandboxError(f"the worker process could not be forked: {error}") from error
            pid = self._expect(Forked).pid
            undo.pop_all()
        reap = partial(self._reap, pid)
        return Worker(ours, scratch, reap, limits.answers if room is None else room)

    def _reap(self, pid: int, kill: bool) -> int:
        try:
            self._control.sendall(wire.frame(Reap(pid, kill)))
        except OSError as error:
            raise SandboxError(f"the zygote is gone: {error}") from error
        return self._expect(Reaped).status

    def _expect(self, kind: Any) -> Any:
        """The zygote's next message, which must be of this kind."""
        while (message := self._inbox.next()) is None:
            try:
                data = self._control.recv(1 << 16)
            except OSError as error:
                raise SandboxError(f"the worker process did not answer: {error}") from error
            if not data:
                raise SandboxError(self._obituary())
            self._inbox.feed(data)
        if isinstance(message, Refused):
            raise SandboxError(message.reason)
        if not isinstance(message, kind):
            raise SandboxError(f"the zygote sent {type(message).__name__}, not {kind.__name__}")
        return message

    def _obituary(self) -> str:
        """Why the zygote ended, in a line: mostly a framework that can't be imported."""
        code = self._process.wait()
        lines = (self.home / "zygote.log").read_text("utf-8", "replace").strip().splitlines()
        last = lines[-1][:300] if lines else f"exit code {code}"
        return (
            f"the worker could not start {self.framework}: {last} "
            f"(try: {Path(sys.executable).name} -c 'import {self.framework}')"
        )
