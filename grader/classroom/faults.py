"""What goes wrong with the files of a class, and is the machine's fault: a full disk, a lock."""

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from grader.errors import RecordError, RecordFault
from grader.text import Message

T = TypeVar("T")
Tell = Callable[[Message], None]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOMEM}
_AT_FIRST, _IN_ALL = 1_000, 60_000
"""Milliseconds for which a record that is locked is waited for: before that is said, and at all."""


def silence(message: Message) -> None:
    """Tell nobody."""


def is_full(error: BaseException) -> bool:
    """Whether it is an error of the disk: full, over its quota, broken."""
    return isinstance(error, OSError) and error.errno in _FULL


def not_written(error: OSError, template: str, **facts: object) -> RecordError:
    """The error for a file that can't be written; a full disk is not the user's mistake."""
    kind = RecordFault if is_full(error) else RecordError
    return kind(template, strerror=error.strerror or os.strerror(error.errno or 0), **facts)


class Patience:
    """Runs statements of SQLite, and waits where another program has locked the file.

    The first second is silent; then `tell` is told, once, and the wait goes on up to a minute.
    """

    def __init__(self, db: sqlite3.Connection, path: Path, tell: Tell):
        self._db, self._path, self._tell = db, path, tell
        self._was_told = False
        self._wait_for(_AT_FIRST)

    def __call__(self, run: Callable[[], T]) -> T:
        try:
            return run()
        except sqlite3.OperationalError as error:
            if not _is_locked(error):
                raise
        if not self._was_told:
            self._was_told = True
            self._tell(
                Message(
                    "{path} is locked by another program; waiting for it, up to a minute",
                    path=str(self._path),
                )
            )
        self._wait_for(_IN_ALL - _AT_FIRST)
        try:
            return run()
        finally:
            self._wait_for(_AT_FIRST)

    def _wait_for(self, milliseconds: int) -> None:
        self._db.execute(f"PRAGMA busy_timeout = {milliseconds}")


def fault_of(error: Exception, path: Path) -> RecordError:
    """The error for what went wrong with the record at `path`, with what to do about it."""
    is_damage = False
    if is_full(error) or _code(error) in _OF_THE_DISK:
        what = Message("{path} can't be written: {error}", path=str(path), error=str(error))
        advice = Message("make room on that disk; what was graded is kept")
    elif _is_locked(error):
        what = Message("{path} is locked by another program", path=str(path))
        advice = Message("close that program; what was graded is kept")
    elif isinstance(error, OSError) or _code(error) in _OTHER:
        return RecordError("{path} can't be used: {error}", path=path, error=error)
    else:
        is_damage = True
        what = Message("{path} is damaged: {error}", path=str(path), error=str(error))
        advice = Message(
            "`grader report --rebuild {folder}` makes it again from the reports that are there",
            folder=str(path.parent),
        )
    fault = RecordFault("{what}; {advice}", what=what, advice=advice)
    fault.is_damage = is_damage
    return fault


_OF_THE_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM}
_OTHER = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_TOOBIG,
}
"""Neither the disk's fault, nor damage."""


def _is_locked(error: Exception) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: Exception) -> int:
    """SQLite's primary code; 0 where there is none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
