"""A worker's own view of the system: users, processes, network, mounts."""

import os
import select
import signal
import struct
from typing import NoReturn

from grader.worker import linux

_STATUS = struct.Struct("=i")


def allowed() -> bool:
    """Whether this process may make a user namespace, tried in a child."""
    pid = os.fork()
    if pid == 0:
        try:
            own_user()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    return status == 0


def own_user() -> None:
    """A user namespace with nobody else in it: user_namespaces(7).

    What counts by user, threads say, is counted apart from other workers.
    """
    user, group = os.geteuid(), os.getegid()
    linux.unshare(linux.CLONE_NEWUSER)
    # The files that are written belong to root as long as the process is not dumpable.
    linux.prctl(linux.PR_SET_DUMPABLE, 1)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")
    linux.prctl(linux.PR_SET_DUMPABLE, 0)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def own_system() -> None:
    """Mounts, hostname, System V objects, an empty network, and processes from the next fork on."""
    linux.unshare(
        linux.CLONE_NEWNS
        | linux.CLONE_NEWUTS
        | linux.CLONE_NEWIPC
        | linux.CLONE_NEWNET
        | linux.CLONE_NEWPID
    )


def own_processes() -> None:
    """Go on as process 2 of a namespace, which ends as one when its process 1 does.

    The first of the three tells how the last one ended, by ending alike.
    """
    reading, writing = os.pipe()
    if first := os.fork():
        os.close(writing)
        _keep_only(reading)
        _end_like(first, reading)
    os.close(reading)
    linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
    if _has_no_reader(writing):
        os._exit(1)  # the first one died before, and sends no signal any more
    if second := os.fork():
        _keep_only(writing)
        _wait_for_all(second, writing)
    os.close(writing)


def _has_no_reader(writing: int) -> bool:
    poll = select.poll()
    poll.register(writing, 0)
    return any(event & select.POLLERR for _, event in poll.poll(0))


def _keep_only(descriptor: int) -> None:
    """Hold nothing of the worker's open: its channel ends when it does."""
    os.closerange(0, descriptor)
    os.closerange(descriptor + 1, 1 << 20)


def _end_like(child: int, reading: int) -> NoReturn:
    told = os.read(reading, _STATUS.size)
    os.waitpid(child, 0)
    status = _STATUS.unpack(told)[0] if len(told) == _STATUS.size else signal.SIGKILL.value
    if number := status & 0x7F:
        if number != signal.SIGKILL:
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    os._exit(status >> 8)


def _wait_for_all(worker: int, writing: int) -> NoReturn:
    """The life of process 1: it takes in orphans, and ends, and all with it, after the worker."""
    pid, status = 0, 0
    while pid != worker:
        pid, status = os.wait()
    os.write(writing, _STATUS.pack(status))
    os._exit(0)


def own_files(scratch: str, size: int, files: int, user: int) -> None:
    """A scratch of `size` bytes and `files` files that vanishes with the worker, and a /proc."""
    linux.mount("", "/", "", linux.MS_REC | linux.MS_PRIVATE)
    flags = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC
    options = f"size={size},nr_inodes={files},mode=0700,uid={user},gid={user}"
    linux.mount("scratch", scratch, "tmpfs", flags, options)
    linux.mount("proc", "/proc", "proc", flags)
