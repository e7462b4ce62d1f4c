"""Start a zygote and have it fork workers. The host never imports the framework itself."""

import os
import signal
import socket
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Self

from grader import wire
from grader.authoring import Limits
from grader.errors import SandboxError, ZygoteDied
from grader.report import Tier
from grader.sandbox import bubblewrap, cgroup, launch, users
from grader.sandbox import scratch as scratches
from grader.sandbox.watch import Watch
from grader.sandbox.worker import Worker
from grader.wire import Refused, forking
from grader.wire.forking import Bounds, Fork, Forked, Ready, Reap, Reaped

ENTRY = ("-m", "grader.worker.zygote")
_START_SECONDS = 300


def worker_user(tier: Tier) -> int:
    """The user that the next worker becomes where the judge is root; 0 where it stays as it is."""
    return 0 if tier is Tier.OPEN or os.geteuid() != 0 else users.spare()


def bounds(limits: Limits) -> Bounds:
    """An exercise's limits, in the form in which a worker gets them."""
    return Bounds(**{name: getattr(limits, name) for name in Bounds.__struct_fields__})


def _number_of(handle: int) -> int | None:
    try:
        lines = Path(f"/proc/self/fdinfo/{handle}").read_text("ascii").splitlines()
    except OSError:
        return None
    numbers = [int(line.split()[1]) for line in lines if line.startswith("Pid:")]
    return numbers[0] if numbers and numbers[0] > 0 else None


class Forker:
    """The control socket of a zygote: asks it for workers, and to end them."""

    def __init__(self, framework: str, tier: Tier):
        self.framework, self.tier = framework, tier
        self.home: Path
        self._control: socket.socket
        self._begin()

    def _begin(self) -> None:
        """Begin with a new control socket, on which nothing has been sent."""
        self.versions: dict[str, str] = {}
        self._workers = 0
        self._handles: list[int] = []
        self._inbox = forking.inbox()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End all that was started through it."""
        raise NotImplementedError

    def ready(self) -> dict[str, str]:
        """Wait until the framework is imported; the versions of what was."""
        if not self.versions:
            self._control.settimeout(_START_SECONDS)
            ready: Ready = self._expect(Ready)
            self.versions = ready.versions
        return self.versions

    def fork(self, limits: Limits, allowance: int | None = None) -> Worker:
        """A new worker with a scratch folder of its own.

        It may send `allowance` bytes, by default the answers that `limits` let a submission have.
        """
        self.ready()
        user = worker_user(self.tier)
        with ExitStack() as undo:
            try:
                self._allow_memory(limits.memory)
                scratch = self._scratch(user)
                if scratch is not None:
                    undo.callback(scratches.remove, scratch)
                ours, theirs = socket.socketpair()
            except OSError as error:
                raise SandboxError("no worker could be had: {error}", error=error) from error
            undo.enter_context(ours)
            place = bubblewrap.SCRATCH if scratch is None else str(scratch)
            request = wire.frame(Fork(place, bounds(limits), user))
            with theirs:
                try:
                    socket.send_fds(self._control, [request], [theirs.fileno()])
                except OSError as error:
                    raise ZygoteDied("the zygote is gone: {error}", error=error) from error
            pid = self._expect(Forked).pid
            undo.pop_all()
        self._workers += 1
        reap = partial(self._reap, self._control, pid)
        watch = Watch(scratch, bounds(limits)) if scratch and self.tier is Tier.CONFINED else None
        return Worker(ours, scratch, limits, reap, allowance, watch, self._number())

    def _allow_memory(self, memory: int) -> None:
        """Let one more worker have that much memory, where this object is in charge of that."""

    def _scratch(self, user: int) -> Path | None:
        """A folder for a worker; None where it mounts one for itself."""
        if self.tier is Tier.SEALED:
            return None
        scratch = Path(tempfile.mkdtemp(prefix="worker-", dir=self.home))
        if user:
            self.home.chmod(0o711)
            os.chown(scratch, user, user)
        return scratch

    def _reap(self, control: socket.socket, pid: int, kill: bool, asked: bool) -> Reaped:
        if control is not self._control:
            raise ZygoteDied("the zygote of this worker is gone")
        try:
            control.sendall(wire.frame(Reap(pid, kill, asked)))
        except OSError as error:
            raise ZygoteDied("the zygote is gone: {error}", error=error) from error
        reaped: Reaped = self._expect(Reaped)
        self._workers -= 1
        return reaped

    def _expect(self, kind: Any) -> Any:
        """The zygote's next message, which must be of this kind."""
        try:
            message, self._handles = forking.receive_all(self._control, self._inbox)
        except ConnectionError as error:
            raise ZygoteDied("the zygote is gone: {error}", error=error) from error
        except OSError as error:
            raise SandboxError("the worker process did not answer: {error}", error=error) from error
        if message is None:
            raise self._obituary()
        if isinstance(message, Refused):
            raise SandboxError(message.reason)
        if not isinstance(message, kind):
            raise SandboxError(
                "the zygote sent {sent}, not {expected}",
                sent=type(message).__name__,
                expected=kind.__name__,
            )
        return message

    def _number(self) -> int | None:
        """The number here of the process whose descriptor came last; None where none can be had.

        A zygote in a namespace of its own has another number for it.
        """
        numbers = [_number_of(handle) for handle in self._handles]
        for handle in self._handles:
            os.close(handle)
        return numbers[0] if numbers else None

    def _obituary(self) -> SandboxError:
        """The error that says why the zygote ended."""
        return ZygoteDied("the zygote ended")


class Zygote(Forker):
    """A process with `framework` imported, ready to fork workers of a tier.

    It starts in the background at once, and `ready` waits for it. Further judges may connect to
    `listener`, a listening socket that outlives the zygote; then `memory` is for all their workers.
    What lies in the `private` folders is not shown to workers, wherever these are.
    """

    def __init__(
        self,
        framework: str,
        tier: Tier = Tier.OPEN,
        listener: socket.socket | None = None,
        memory: int = 0,
        private: Sequence[Path] = (),
    ):
        super().__init__(framework, tier)
        self._listener, self._memory, self._private = listener, memory, private
        self._start()

    def _start(self) -> None:
        self._begin()
        setup = launch.setup(self.framework, self.tier, self._private)
        self.home = Path(tempfile.mkdtemp(prefix="grader-"))
        self.cgroup = cgroup.make() if self.tier is not Tier.OPEN else None
        if self.cgroup is not None and self._memory:
            self.cgroup.allow(cgroup.BASE + self._memory)
        within = self.cgroup.enter() if self.cgroup else []
        self._process, self._control = launch.launch(
            ENTRY, setup, self.home, within, self._listener
        )

    def close(self) -> None:
        """End the zygote and its workers, and remove their scratch."""
        self._control.close()
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()
        if self.cgroup is not None:
            self.cgroup.remove()
        scratches.remove(self.home)

    def restart(self) -> None:
        """End what is left of it, and start a new one."""
        self.close()
        self._start()

    @property
    def pid(self) -> int:
        """The process that was started: the zygote, or bubblewrap around it."""
        return self._process.pid

    def wait(self) -> None:
        """Wait until it has ended. It stays a zombie, so that `close` can't hit another process."""
        try:
            os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        except ChildProcessError:
            pass  # it has been closed meanwhile

    def _allow_memory(self, memory: int) -> None:
        if self.cgroup is not None:
            self.cgroup.allow(cgroup.BASE + self._memory + (self._workers + 1) * memory)

    def _obituary(self) -> SandboxError:
        """The error that says whether it was killed or could not import its framework."""
        code = self._process.wait()
        if self.versions:
            return ZygoteDied("the zygote ended (exit code {code})", code=code)
        last = launch.last_line(self.home) or f"exit code {code}"
        return SandboxError(
            "the worker could not start {framework}: {last} "
            "(try: {python} -c 'import {framework}')",
            framework=forking.module_of(self.framework),
            last=last,
            python=Path(sys.executable).name,
        )
