"""Messages between the host and a zygote.

On a worker's channel they do not exist: it does not decode them.
"""

import socket
from typing import Any, Literal

import msgspec

from grader import wire
from grader.wire.messages import Refused
from grader.wire.values import Packet


class Bounds(Packet):
    """What a worker may use: bytes, seconds of processor time, and counts."""

    memory: int
    cpu_seconds: int
    processes: int
    open_files: int
    file_bytes: int
    scratch_bytes: int
    scratch_files: int
    output_bytes: int


def module_of(framework: str) -> str:
    """What is imported for a framework: `tensorflow`, also for `tensorflow-onednn`."""
    return framework.partition("-")[0]


class Setup(Packet):
    """Host to zygote, once: what to import, how to lock workers down, what they may read.

    `imports` are modules that every checks.py imports; without them each worker would import them
    again. In the `listable` folders workers may read the names only.
    """

    framework: str
    tier: Literal["open", "confined", "sealed"]
    imports: list[str] = msgspec.field(default_factory=list)
    readable: list[str] = msgspec.field(default_factory=list)
    listable: list[str] = msgspec.field(default_factory=list)


class Ready(Packet):
    """The zygote has imported what it preloads; `versions` by package name."""

    versions: dict[str, str]


class Fork(Packet):
    """Host to zygote: fork a worker on the descriptor that comes with this frame.

    `user` is the user that a worker becomes where the zygote is root's.
    """

    scratch: str
    bounds: Bounds
    user: int = 0


class TriedLayer(Packet):
    """One step of the lockdown, tried: what it gives, and why it failed (empty: it works)."""

    name: str
    buys: str
    failure: str = ""


class Tried(Packet):
    """Probe to host: the layers of a tier in order, each tried after those before it that work."""

    layers: list[TriedLayer]


class Forked(Packet):
    """Zygote to host: the worker's process id, as the zygote sees it.

    A descriptor of the process (a pidfd) comes with it, by which the host finds its own number.
    """

    pid: int


class Reap(Packet):
    """Host to zygote: end this worker, if it still runs, and tell how it ended.

    One whose time is up is `asked` before where it is.
    """

    pid: int
    kill: bool
    asked: bool = False


class Reaped(Packet):
    """Zygote to host: the wait status of a worker, as from os.waitpid, and its last words.

    `stayed` tells that it was ended, because it had closed its channel and went on. `stacks` says
    where it was.
    """

    pid: int
    status: int
    words: str = ""
    stayed: bool = False
    stacks: str = ""


_CHUNK = 1 << 16
_decoder = msgspec.msgpack.Decoder(Setup | Ready | Fork | Forked | Reap | Reaped | Refused | Tried)


def inbox() -> wire.Inbox:
    """Bytes in, messages between host and zygote out."""
    return wire.Inbox(_decoder, most=None)


def receive(channel: socket.socket, inbox: wire.Inbox) -> Any:
    """The next message on the channel; None when the other end has closed it."""
    while (message := inbox.next()) is None:
        data = channel.recv(_CHUNK)
        if not data:
            return None
        inbox.feed(data)
    return message


def receive_all(channel: socket.socket, inbox: wire.Inbox) -> tuple[Any, list[int]]:
    """The next message, and the descriptors that came with it; None when the channel is closed."""
    descriptors = list[int]()
    while (message := inbox.next()) is None:
        data, passed, _, _ = socket.recv_fds(channel, _CHUNK, 2)
        descriptors += passed
        if not data:
            break
        inbox.feed(data)
    return message, descriptors
