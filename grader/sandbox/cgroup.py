"""A cgroup around a zygote and its workers, where one can be made: cgroups(7).

It counts what the limit on the address space does not: pages of the scratch and of the output, and
stacks of threads. It is around all of a zygote's workers, because moving a process into a cgroup
waits for the kernel longer than the rest of the lockdown takes.
"""

import itertools
import math
import os
import time
from dataclasses import dataclass
from pathlib import Path

BASE = 4 << 30
"""Bytes for the zygote, and for what its workers use beside their address space."""

_HOSTS = 5
"""Of the memory that is allowed around it, a fifth is left to the host and the judges."""

_ROOT = Path("/sys/fs/cgroup")
_ENTER = 'echo $$ > "$0" && exec "$@"'
_numbers = itertools.count()


@dataclass
class Cgroup:
    """A folder of the cgroup file system, and the file that holds its limit."""

    folder: Path
    limit: Path
    around: float = math.inf
    """Bytes that a cgroup around it allows."""
    allowed: int = 0

    def enter(self) -> list[str]:
        """The words before a command that shall run in it, with all that the command starts."""
        return ["/bin/sh", "-c", _ENTER, str(self.folder / "cgroup.procs")]

    def allow(self, memory: int) -> None:
        """Let the processes in it have this much memory in all; never less than before.

        It stays below what is allowed around: otherwise the kernel would choose among the host's
        processes too, when there is no more.
        """
        memory = int(min(memory, self.around * (1 - 1 / _HOSTS)))
        if memory > self.allowed:
            self.limit.write_text(str(memory))
            self.allowed = memory

    def remove(self) -> None:
        """Remove it when the last process in it has ended; give up after a second."""
        for _ in range(50):
            try:
                self.folder.rmdir()
                return
            except FileNotFoundError:
                return
            except OSError:
                time.sleep(0.02)


def make() -> Cgroup | None:
    """A new cgroup below this process's own; None where that is not allowed."""
    for parent, file in _places():
        folder = parent / f"grader-{os.getpid()}-{next(_numbers)}"
        try:
            folder.mkdir()
        except OSError:
            continue
        limit, members = folder / file, folder / "cgroup.procs"
        if os.access(limit, os.W_OK) and os.access(members, os.W_OK):
            return Cgroup(folder, limit, _around(parent, file))
        folder.rmdir()
    return None


def _around(folder: Path, file: str) -> float:
    """The least that a cgroup and those above it allow."""
    limits = [math.inf]
    while folder.is_relative_to(_ROOT):
        try:
            limits.append(float((folder / file).read_text("ascii")))
        except (OSError, ValueError):  # it has none, or "max"
            pass
        folder = folder.parent
    return min(limits)


def _places() -> list[tuple[Path, str]]:
    """Where a cgroup could be made, and its file for the limit: version 2, then version 1."""
    try:
        lines = Path("/proc/self/cgroup").read_text("utf-8").splitlines()
    except OSError:
        return []
    own = {names: path.strip("/") for _, names, path in (line.split(":", 2) for line in lines)}
    places = []
    if "" in own:
        places.append((_ROOT / own[""], "memory.max"))
    if "memory" in own:
        places.append((_ROOT / "memory" / own["memory"], "memory.limit_in_bytes"))
    return places
