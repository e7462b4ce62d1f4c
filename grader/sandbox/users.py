"""Users for workers where the judge is root: a number that nobody else on this machine has.

What is counted by user, like threads, is then counted for one worker, and no worker can send
another a signal. Several graders may run on one machine: the numbers are drawn, not counted up.
"""

import os
import secrets
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_UNUSED = range(1_879_048_192, 2_147_483_648)
"""What systemd's table of user numbers calls unused. Two drawn from it are never the same."""

_TEMPORARY = range(61_184, 65_520)
"""For temporary users, by the same table. A container may have no numbers above these."""


def spare() -> int:
    """A user with no process."""
    if _mapped(_UNUSED):
        return secrets.choice(_UNUSED)
    taken = set(_running())
    return secrets.choice([user for user in _TEMPORARY if user not in taken])


@cache
def _mapped(users: range) -> bool:
    """Whether this process's namespace has all of these users and groups: user_namespaces(7)."""
    return all(
        any(first <= users.start and users.stop <= first + count for first, count in _ranges(name))
        for name in ("uid_map", "gid_map")
    )


def _ranges(name: str) -> Iterator[tuple[int, int]]:
    try:
        lines = Path("/proc/self", name).read_text("ascii").splitlines()
    except OSError:
        return
    for first, _, count in map(str.split, lines):
        yield int(first), int(count)


def _running() -> Iterator[int]:
    """The users of all processes that can be seen."""
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            yield os.stat(f"/proc/{pid}").st_uid
        except OSError:
            continue  # it ended meanwhile
