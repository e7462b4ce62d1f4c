"""One zygote for several judges: the process that keeps it alive, and a judge's way to it.

When a judge dies, its own workers end and no others. When the zygote dies, the process that started
it starts it again, and its judges come back to it by the same address.
"""

import os
import socket
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from grader.errors import SandboxError
from grader.report import Tier
from grader.sandbox import scratch as scratches
from grader.sandbox.zygote import Forker, Zygote

_NAME = "zygote"


class SharedZygote:
    """A zygote to which several judges connect, each by a `Lane(framework, tier, address)`.

    It is watched, and started anew when it dies. `memory` is for the workers of all lanes, which
    see nothing of the `private` folders.
    """

    def __init__(
        self,
        framework: str,
        tier: Tier,
        lanes: int,
        memory: int,
        private: Sequence[Path] = (),
    ):
        self.folder = Path(tempfile.mkdtemp(prefix="grader-"))
        self.folder.chmod(0o711)  # workers run as other users and must reach their scratch in it
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(self.address)
        os.chmod(self.address, 0o600)
        self._listener.listen(lanes + 1)
        try:
            self._zygote = Zygote(framework, tier, self._listener, lanes * memory, private)
        except SandboxError:
            self._listener.close()
            scratches.remove(self.folder)
            raise
        self._lock = threading.Lock()
        self._closed = False
        self._begun = threading.Event()
        self._failure: SandboxError | None = None
        self._watch = threading.Thread(target=self._keep_alive, daemon=True)
        self._watch.start()

    @property
    def address(self) -> str:
        """The path of its socket."""
        return str(self.folder / _NAME)

    @property
    def pid(self) -> int:
        """The process of the zygote, or of bubblewrap around it."""
        return self._zygote.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def ready(self) -> dict[str, str]:
        """Wait until the framework is imported; raises SandboxError when it can't be."""
        self._begun.wait()
        if self._failure is not None:
            raise self._failure
        return self._zygote.versions

    def close(self) -> None:
        """End the zygote and all workers. Judges that come back learn that it is gone."""
        with self._lock:
            self._closed = True
            self._listener.close()
            self._zygote.close()
        self._watch.join()
        scratches.remove(self.folder)

    def _keep_alive(self) -> None:
        while self._begins():
            self._zygote.wait()
            with self._lock:
                if self._closed:
                    return
                self._zygote.restart()
        self._listener.close()  # a judge that waits for it notices this

    def _begins(self) -> bool:
        """Whether the framework could be imported."""
        try:
            self._zygote.ready()
        except SandboxError as error:
            self._failure = error
        self._begun.set()
        return self._failure is None


class Lane(Forker):
    """A judge's connection to a zygote that another process keeps. It has its own workers."""

    def __init__(self, framework: str, tier: Tier, address: str):
        super().__init__(framework, tier)
        self._address = address
        self.home = Path(tempfile.mkdtemp(prefix="lane-", dir=Path(address).parent))
        self._connect()

    def _connect(self) -> None:
        self._begin()
        self._control = socket.socket(socket.AF_UNIX)
        try:
            self._control.connect(self._address)
        except OSError as error:
            self._control.close()
            raise SandboxError(
                "the zygote is gone for good: {strerror}", strerror=error.strerror
            ) from error

    def restart(self) -> None:
        """Connect again, when the zygote has been started again."""
        self._control.close()
        self._connect()

    def close(self) -> None:
        """Disconnect: the zygote ends this lane's workers."""
        self._control.close()
        scratches.remove(self.home)
