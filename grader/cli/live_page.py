"""What `grader report OUT --watch` does: it keeps the page as new as the record, until Ctrl-C."""

import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from grader import classroom
from grader.classroom import Store
from grader.cli.exit_codes import PASSED
from grader.errors import GraderError
from grader.text import Message

Tell = Callable[[Message], None]

_LOOK_S = 1.0
"""How often the files of the record are looked at."""
_REST = 4
"""After a page was written, so many times as long as that took nothing is written: a batch needs
the processors."""
_RECORD = "results.db"
_FILES = (_RECORD, f"{_RECORD}-wal", "overrides.csv")
"""What changes with the grades. SQLite writes into one of the first two, whoever does."""


def watch_page(folder: Path, spoken: Callable[[Store], str], tell: Tell) -> int:
    """Write the page at each change, and at the end one that is not loaded again.

    It holds no lock that a batch needs, and the record can be read while a batch writes to it.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    page = folder / "index.html"
    with Store(folder, tell=tell) as store:  # it is said at once where there is none
        language = spoken(store)
    with classroom.watched(folder):
        tell(Message("{page} follows the record; Ctrl-C ends it", page=page))
        following = _Following(folder, language, tell)
        try:
            with suppress(KeyboardInterrupt):
                while True:
                    following.follow()
        finally:
            following.end()
    tell(Message("{page} is up to date, and stays as it is", page=page))
    return PASSED


class _Following:
    """Writes the page as the record changes."""

    def __init__(self, folder: Path, language: str, tell: Tell):
        self.folder, self.language, self.tell = folder, language, tell
        self.fault = ""
        self.last: tuple[classroom.ClassRecord, Mapping[str, classroom.Provenance], dict[str, str]]
        self.has_written = False

    def follow(self) -> None:
        """Until another file takes the place of the record, as --rebuild makes one."""
        try:
            # It stays open: whoever closes it last makes SQLite write, and that is no change.
            with Store(self.folder, tell=self.tell) as store:
                self._follow(store)
        except GraderError as error:  # it is damaged, or being made again
            self._say(error)
            time.sleep(_LOOK_S)

    def _follow(self, store: Store) -> None:
        before: list[tuple[int, ...]] = []
        while True:
            now = _state(self.folder)
            if before and now[0][0] not in (0, before[0][0]):
                return
            started = time.monotonic()
            if now != before:
                before = now
                try:
                    self._read(store)
                    self._write(live=True)
                except GraderError as error:  # a decision that can't be meant: the page stays
                    self._say(error)
                else:
                    self.fault = ""
            time.sleep(max(_LOOK_S, _REST * (time.monotonic() - started)))

    def _say(self, error: GraderError) -> None:
        """Say once what is wrong."""
        if self.fault != (fault := str(error)):
            self.fault = fault
            for message in error.messages:
                self.tell(message)

    def _read(self, store: Store) -> None:
        found = classroom.counted(store)
        self.last = found.record, found.graded, store.settings()
        self.has_written = True

    def _write(self, *, live: bool) -> None:
        record, graded, settings = self.last
        language = self.language
        classroom.publish_page(record, self.folder, graded, language, settings, live=live)

    def end(self) -> None:
        """The page as the record is now; where that can't be shown, as it was last."""
        try:
            with Store(self.folder) as store:
                self._read(store)
        except GraderError as error:
            for message in error.messages:
                self.tell(message)
        if self.has_written:
            self._write(live=False)


def _state(folder: Path) -> list[tuple[int, ...]]:
    """What tells that something was written: which files there are, their times and sizes."""
    found: list[tuple[int, ...]] = []
    for name in _FILES:
        try:
            status = (folder / name).stat()
        except OSError:
            found.append((0, 0, 0))
        else:
            found.append((status.st_ino, status.st_mtime_ns, status.st_size))
    return found
