"""A tree of processes for each worker, made by its zygote: a namespace that ends as one.

Forking a process with TensorFlow's page tables takes most of the time that a worker needs to start.
So it is done once: process 1 of the namespace is a small program, and the worker is process 2.
"""

import os
import shutil
import signal
from typing import NamedTuple

from grader.worker.lockdown import linux, privileges


class Tree(NamedTuple):
    """A worker, and process 1 of its namespace, which ends when the `lifeline` is closed."""

    worker: int
    first: int = 0
    lifeline: int = -1


def fork(own_tree: bool) -> Tree:
    """As os.fork: in the child `worker` is 0. With `own_tree` it is in a namespace of its own."""
    if not own_tree:
        return Tree(os.fork())
    reading, writing = os.pipe()
    first = 0
    try:
        _leave_the_last_tree()
        linux.unshare(linux.CLONE_NEWPID)
        first = _start_first(reading)
        worker = os.fork()
    except OSError:
        end(Tree(0, first, writing))
        _leave_the_last_tree()
        raise
    finally:
        os.close(reading)
    if worker == 0:
        os.close(writing)  # a process that holds it open keeps the tree alive
    return Tree(worker, first, writing)


def end(tree: Tree) -> None:
    """End the rest of a tree, whose worker has been waited for."""
    if tree.first:
        os.kill(tree.first, signal.SIGKILL)
        os.waitpid(tree.first, 0)
    if tree.lifeline >= 0:
        os.close(tree.lifeline)


def _leave_the_last_tree() -> None:
    """Let future children be in this process's own namespace again, not in its last worker's."""
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        linux.setns(own, linux.CLONE_NEWPID)
    finally:
        os.close(own)


def _start_first(lifeline: int) -> int:
    """Start process 1. It has no powers and no files, and ends with this process or before.

    It waits for the end of a pipe. Unlike a signal, this can't be missed: it is there whenever the
    process looks.
    """
    program = shutil.which("cat", path=os.defpath)
    if program is None:
        raise FileNotFoundError(f"there is no cat in {os.defpath}")
    privileges.start_programs_without()
    spare = [number for number in map(int, os.listdir("/proc/self/fd")) if number > 2]
    actions = [
        (os.POSIX_SPAWN_DUP2, lifeline, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_DUP2, 1, 2),
        *((os.POSIX_SPAWN_CLOSE, number) for number in spare),
    ]
    return os.posix_spawn(program, ["cat"], {}, file_actions=actions)
