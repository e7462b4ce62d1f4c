"""A screen of its own that goes away again, and with it whatever was changed in the terminal."""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, suppress
from types import FrameType

from grader.cli import keys

_BEGIN = "\x1b[?1049h\x1b[?25l\x1b[?7l"
"""The other screen, no cursor, and lines that are cut where they would be continued."""
_END = "\x1b[?7h\x1b[?25h\x1b[?1049l"

_ENDS, _STOPS = ("SIGTERM", "SIGHUP"), ("SIGTSTP",)
"""The names of signals; some platforms have none of these."""


class Screen:
    """The lines that are shown; only those are written that have changed."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._size = (0, 0)
        self._notes = io.StringIO()

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows, as they are now."""
        try:
            columns, rows = os.get_terminal_size(sys.stdout.fileno())
        except OSError:  # it is gone
            return self._size
        return (columns, rows) if columns and rows else (80, 24)  # some do not say it

    @property
    def is_stale(self) -> bool:
        """Whether the terminal has another size than what is shown, or something else on it."""
        return self.size != self._size

    def notes(self) -> str:
        """What was written to standard error since this was asked before: it has no place here."""
        text = self._notes.getvalue()
        self._notes.seek(0)
        self._notes.truncate()
        return text.strip()

    def forget(self) -> None:
        """What is on the terminal is not known: all is to be written."""
        self._size = (0, 0)

    def show(self, drawn: Callable[[int, int], Sequence[str]]) -> None:
        """Show the lines for a screen of so many columns and rows: as many, and none wider."""
        text, size = "", self.size
        if size != self._size:
            text, self._shown, self._size = "\x1b[0m\x1b[2J", [], size
        lines = drawn(*size)
        for row, line in enumerate(lines):
            if row >= len(self._shown) or self._shown[row] != line:
                text += f"\x1b[{row + 1};1H\x1b[2K{line}\x1b[0m"
        self._shown = [*lines]
        _write(text)


@contextmanager
def own_screen() -> Iterator[Screen]:
    """A screen beside what the terminal shows; at the end that is there again as it was.

    So it is where the process is told to end, and while it is stopped by Ctrl-Z.
    """
    screen = Screen()
    try:
        with (
            keys.single() as as_before,
            _told_to_end(),
            _stopped_in_between(screen, as_before),
            redirect_stderr(screen._notes),
        ):
            try:
                _write(_BEGIN)
                yield screen
            finally:
                _write(_END)
    finally:
        if said := screen.notes():
            with suppress(OSError):  # the terminal is gone
                print(said, file=sys.stderr)


def _write(text: str) -> None:
    if text:
        with suppress(OSError):  # the terminal is gone; reading from it says so as well
            sys.stdout.write(text)
            sys.stdout.flush()


Handler = Callable[[int, FrameType | None], object] | signal.Handlers


@contextmanager
def _handled(names: Sequence[str], handler: Handler) -> Iterator[None]:
    """Signals are handled so in the block, those that this platform has."""
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, handled in before.items():
            signal.signal(number, handled)


@contextmanager
def _told_to_end() -> Iterator[None]:
    """A signal that ends the process ends the block first, and all around it."""

    def ends(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    with _handled(_ENDS, ends):
        yield


@contextmanager
def _stopped_in_between(screen: Screen, as_before: keys.AsBefore) -> Iterator[None]:
    """While the process is stopped, the terminal is as it was before."""

    def stops(number: int, frame: FrameType | None) -> None:
        _write(_END)
        with as_before(), _handled(_STOPS, signal.SIG_DFL):
            os.kill(os.getpid(), number)  # here it stays until it is told to go on
        screen.forget()
        _write(_BEGIN)

    with _handled(_STOPS, stops):
        yield
