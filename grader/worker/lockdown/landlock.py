"""What a worker can read and write: a Landlock ruleset.

It denies everything that the kernel's version of Landlock can deny. It allows to read Python, its
packages and the system's libraries, and to do anything in the scratch.
"""

import os
from collections.abc import Iterator

from grader.worker.lockdown import linux

OLDEST = 3
"""The first version (Linux 6.2) that also guards truncation: with an older one, a file that can't
be written can be emptied. Where only the scratch is mounted for writing, version 1 is enough."""

SCOPES_SIGNALS = 6
"""The first version that keeps signals inside."""

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_DEVICES_AND_SOCKETS = 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11
_ALL_OF_VERSION_1 = (1 << 13) - 1
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_BIND_AND_CONNECT_TCP = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3

DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
"""The devices that a worker may use."""

_OF_PROC = (
    "cpuinfo",
    "filesystems",
    "meminfo",
    "stat",
    "version",
    "sys/kernel/osrelease",
    "sys/vm/max_map_count",
    "sys/vm/overcommit_memory",
)


_OF_ITSELF = ("auxv", "cmdline", "comm", "limits", "maps", "stat", "statm", "status")
"""Of /proc/self. Others tell of the system: its sockets, mounts, groups."""

_LISTED = ("fd", "task")
"""Folders of /proc/self whose names may be listed."""


def pin_proc() -> list[int]:
    """Descriptors of the files of /proc that workers may read.

    A rule holds for the very file that it was made with, and the kernel makes a new file of /proc
    when no process has it open. So the zygote keeps these open.
    """
    return [os.open(path, os.O_PATH | os.O_CLOEXEC) for path in _proc_files()]


def _proc_files() -> Iterator[str]:
    return (path for name in _OF_PROC if os.path.exists(path := f"/proc/{name}"))


def restrict(readable: list[str], listable: list[str], scratch: str, own_proc: bool) -> None:
    """Confine this process and its future threads. It can't be undone.

    With `own_proc` it may read all of /proc; otherwise a few files, of itself and of the system.
    """
    version = linux.landlock_abi()
    ruleset = _ruleset(version)
    try:
        for path, access in _rules(version, readable, listable, scratch, own_proc):
            _allow(ruleset, path, access & _handled(version))
        linux.landlock_restrict_self(ruleset)
    finally:
        os.close(ruleset)


def _handled(version: int) -> int:
    later = ((2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEV))
    return _ALL_OF_VERSION_1 | sum(bit for first, bit in later if version >= first)


def _ruleset(version: int) -> int:
    network = _BIND_AND_CONNECT_TCP if version >= 4 else 0
    scopes = _ABSTRACT_SOCKETS_AND_SIGNALS if version >= SCOPES_SIGNALS else 0
    return linux.landlock_create_ruleset(_handled(version), network, scopes)


def _rules(
    version: int, readable: list[str], listable: list[str], scratch: str, own_proc: bool
) -> Iterator[tuple[str, int]]:
    for path in readable:
        yield path, _READ_FILE | _READ_DIR
    for path in listable:
        yield path, _READ_DIR
    for path in DEVICES:
        yield path, _READ_FILE | _WRITE_FILE
    if own_proc:
        yield "/proc", _READ_FILE | _READ_DIR
    else:
        yield from ((f"/proc/self/{name}", _READ_FILE) for name in _OF_ITSELF)
        yield from ((f"/proc/self/{name}", _READ_DIR) for name in _LISTED)
        yield from ((path, _READ_FILE) for path in _proc_files())
    yield scratch, _handled(version) & ~(_EXECUTE | _DEVICES_AND_SOCKETS | _IOCTL_DEV)


def _allow(ruleset: int, path: str, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    if not os.path.isdir(path):
        access &= _EXECUTE | _READ_FILE | _WRITE_FILE | _TRUNCATE
    linux.landlock_add_rule(ruleset, descriptor, access)
    if not path.startswith(
        "/proc/self/"
    ):  # kept open as long as the rule has to hold, see pin_proc
        os.close(descriptor)
