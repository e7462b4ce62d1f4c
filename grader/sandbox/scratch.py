"""Remove what a worker leaves behind, however deep, unreadable or oddly named it is."""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


def remove(folder: Path) -> None:
    """Remove a folder and all in it. It follows no link, and leaves what can't be removed.

    `shutil.rmtree` fails with a RecursionError on folders nested a thousand deep, and leaves those
    that their owner may not read. Here a folder in a folder is moved to the top and emptied there,
    so that everything is only one folder away.
    """
    if os.listdir not in os.supports_fd or os.rename not in os.supports_dir_fd:
        shutil.rmtree(folder, ignore_errors=True)
        return
    try:
        folder.chmod(0o700)
        top = os.open(folder, _FOLDER)
    except OSError:
        return
    try:
        _empty(top)
    finally:
        os.close(top)
    try:
        folder.rmdir()
    except OSError:
        pass


def _empty(top: int) -> None:
    todo = os.listdir(top)
    taken = set(todo)
    fresh = (name for n in count() if (name := f"removed-{n}") not in taken)
    while todo:
        name = todo.pop()
        if not _removed(name, top):
            todo += _emptied(name, top, fresh)


def _removed(name: str, folder: int) -> bool:
    """Remove a file or an empty folder; False where it is neither."""
    for remove_ in (os.unlink, os.rmdir):
        try:
            remove_(name, dir_fd=folder)
            return True
        except OSError:
            continue
    return False


def _emptied(name: str, top: int, fresh: Iterator[str]) -> list[str]:
    """Empty and remove the folder `name`; the folders in it, by their new names at the top."""
    raised: list[str] = []
    try:
        folder = _opened(name, top)
    except OSError:
        return raised
    try:
        for child in os.listdir(folder):
            if not _removed(child, folder):
                raised.append(next(fresh))
                os.rename(child, raised[-1], src_dir_fd=folder, dst_dir_fd=top)
    except OSError:
        pass
    finally:
        os.close(folder)
    _removed(name, top)
    return raised


def _opened(name: str, top: int) -> int:
    """A descriptor of a folder, which is made readable: its owner may have forbidden that."""
    if not hasattr(os, "O_PATH"):
        os.chmod(name, 0o700, dir_fd=top, follow_symlinks=False)
        return os.open(name, _FOLDER, dir_fd=top)
    # Linux changes a mode only by a path that is followed; this path leads to what is open.
    place = os.open(name, _FOLDER | os.O_PATH, dir_fd=top)
    try:
        os.chmod(f"/proc/self/fd/{place}", 0o700)
        return os.open(f"/proc/self/fd/{place}", os.O_RDONLY)
    finally:
        os.close(place)
