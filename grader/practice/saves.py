"""Notice that a student's file was saved."""

import os
from collections.abc import Sequence
from pathlib import Path

Signature = tuple[int, int, int]


class Saves:
    """Watches a few files, which need not be there yet; asked often, it says what was saved.

    An editor may write a new file and rename it: then it is another file of the same name. One that
    is gone for a moment is waited for.
    """

    def __init__(self, paths: Sequence[Path]):
        self._paths = paths
        self._seen: dict[Path, Signature] = {}

    def latest(self) -> Path | None:
        """The file that was saved last, since this was asked before; None where none was."""
        now = {path: found for path in self._paths if (found := _signature(path)) is not None}
        saved = [path for path, found in now.items() if self._seen.get(path) != found]
        self._seen |= now
        return max(saved, key=lambda path: now[path], default=None)


def _signature(path: Path) -> Signature | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
