"""Who a worker is: nobody, with no capabilities."""

import os
from collections.abc import Iterable

from grader.worker.lockdown import linux

_LAST_CAPABILITY = 63


def can_read(user: int, paths: Iterable[str]) -> bool:
    """Whether that user can list all of the folders, tried in a child."""
    pid = os.fork()
    if pid == 0:
        try:
            become(user)
            for path in paths:
                os.listdir(path)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    return status == 0


def become(user: int, kept: int = 0) -> None:
    """Stop being root for ever: capabilities(7), setresuid(2). `kept` are capabilities to keep."""
    _drop_bounding()
    linux.prctl(linux.PR_SET_KEEPCAPS, int(kept != 0))
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    linux.capset(kept)


def drop_capabilities(kept: int = 0) -> None:
    """Give up all capabilities but the `kept` ones, and every way to get them back."""
    if linux.capget() >> linux.CAP_SETPCAP & 1:
        _drop_bounding()
    linux.capset(kept)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)


def start_programs_without() -> None:
    """Let programs that this process executes have none of its capabilities. It keeps them."""
    linux.capset(linux.capget())  # this leaves no inherited and no ambient ones
    if os.geteuid() == 0:
        linux.prctl(linux.PR_SET_SECUREBITS, linux.SECBIT_NOROOT)


def _drop_bounding() -> None:
    for capability in range(_LAST_CAPABILITY + 1):
        try:
            linux.prctl(linux.PR_CAPBSET_READ, capability)
        except OSError:
            return  # the kernel has no more
        linux.prctl(linux.PR_CAPBSET_DROP, capability)
