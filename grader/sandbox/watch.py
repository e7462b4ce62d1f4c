"""Look now and then at what a worker has written, where its scratch has no quota of its own.

What is written to a file that has no name any more is not seen in its folder. So the room that is
left on the disk is looked at, too.
"""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from grader.authoring import GIB
from grader.text import Message
from grader.wire.forking import Bounds
from grader.worker.breach import filled, size

EVERY = 0.2
"""Seconds between two looks, at least."""

_SHARE = 20
"""How many times as long as a look the time between two of them is."""

_RESERVE = GIB
"""Bytes of the disk that no worker may use: the record of a class may lie on it."""

_FILES = 4
"""How many times as many files as a quota would allow are too many: their sizes count first."""


class Watch:
    """Watches one worker's scratch."""

    def __init__(self, folder: Path, bounds: Bounds):
        self._folder, self._bounds = folder, bounds
        self._next = 0.0
        self._had = shutil.disk_usage(folder).free

    def breach(self, now: bool = False) -> Message | None:
        """What the worker has used up, if anything; it does not look every time, but `now`."""
        started = time.monotonic()
        if started < self._next and not now:
            return None
        found = self._filled() or self._full()
        self._next = time.monotonic() + max(EVERY, _SHARE * (time.monotonic() - started))
        return found

    def _filled(self) -> Message | None:
        used = 0
        for files, entry in enumerate(_entries(self._folder), 1):
            used += entry.st_blocks * 512
            if used > self._bounds.scratch_bytes or files > _FILES * self._bounds.scratch_files:
                return filled(self._bounds)
        return None

    def _full(self) -> Message | None:
        """Where the disk had room for this worker, and has hardly any since it began."""
        left, quota = shutil.disk_usage(self._folder).free, self._bounds.scratch_bytes
        if left >= _RESERVE or self._had - left <= quota or self._had < _RESERVE + quota:
            return None
        return Message("the disk that its scratch lies on has {size} left", size=size(left))


def _entries(top: Path) -> Iterator[os.stat_result]:
    """Everything in a folder, as far as it can be listed; no link is followed."""
    todo = [str(top)]
    while todo:
        try:
            with os.scandir(todo.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                    yield entry.stat(follow_symlinks=False)
        except OSError:
            continue  # it is gone meanwhile, or too deep, or may not be read
