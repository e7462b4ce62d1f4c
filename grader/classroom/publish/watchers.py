"""Whether the page of an OUT is watched, so that whoever writes it leaves it live."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from grader.classroom.faults import not_written
from grader.errors import UsageError

_LOCK = ".watched"
_PATIENCE_S = 1.0
"""So long another process may ask whether the page is watched."""


@contextmanager
def watched(folder: Path) -> Iterator[None]:
    """Say that the page is watched, as long as this lasts. It ends with its process in any case.

    It stops no batch, and no report. Raises UsageError where another process watches it.
    """
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=_PATIENCE_S)
    except Timeout:
        raise UsageError(
            "another `grader report --watch` is at work in {folder}", folder=folder
        ) from None
    except OSError as error:
        raise not_written(error, "{folder} can't be used: {strerror}", folder=folder) from None
    try:
        yield
    finally:
        lock.release()


def is_watched(folder: Path) -> bool:
    """Whether another process watches the page of this folder."""
    path = folder / _LOCK
    if not path.exists():
        return False
    try:
        with FileLock(path).acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # then it is not known, and a page that is not live is always right
        return False
