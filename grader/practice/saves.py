"""Notice that a student's file was saved."""

import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

Signature = tuple[int, int, int]

_TOGETHER_NS = 2_000_000_000
"""Files that were written within so long were handed out together, or copied."""

_SETTLES_NS = 300_000_000
"""How long a file without content is taken for one that is being written."""


class Saves:
    """Watches a few files, which need not be there yet; asked often, it says what was saved.

    An editor may write a new file and rename it: then it is another file of the same name. One that
    is gone for a moment is waited for.
    """

    def __init__(self, paths: Sequence[Path]):
        self._paths = paths
        self._beside: dict[Path, Path] = {}
        self._seen: dict[Path, Signature] | None = None

    def uses(self, path: Path, modules: Iterable[Path]) -> None:
        """From now on, a save of one of the modules beside a file is a save of that file."""
        self._beside = dict.fromkeys(modules, path)
        self._seen = (self._seen or {}) | signatures(self._beside)

    def latest(self) -> Path | None:
        """The file that was saved last, since this was asked before; None where none was.

        At first it is the newest one, or the first of those that are as new.
        """
        now = signatures([*self._paths, *self._beside])
        before, self._seen = self._seen, now
        if before is None:
            newest = max((made for made, _, _ in now.values()), default=0)
            return next((p for p, found in now.items() if newest - found[0] < _TOGETHER_NS), None)
        saved = [path for path, found in now.items() if before.get(path) != found]
        last = max(saved, key=lambda path: now[path], default=None)
        return None if last is None else self._beside.get(last, last)


def signatures(paths: Iterable[Path]) -> dict[Path, Signature]:
    """What tells whether files are as they were, of those that are there."""
    return {path: found for path in paths if (found := _signature(path)) is not None}


def _signature(path: Path) -> Signature | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    if not found.st_size and abs(time.time_ns() - found.st_mtime_ns) < _SETTLES_NS:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
