"""What is being done, in one line of the terminal that is gone when it is done."""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TextIO

AFTER_SECONDS = 0.1
_EVERY_SECONDS = 0.1
_FRAMES, _PLAIN_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏", "|/-\\"


@contextmanager
def shown(first: str, after: float = AFTER_SECONDS) -> Iterator[Callable[[str], None]]:
    """Show what is done until the block ends; what it gives is told of the next thing.

    Nothing is shown but to a person at a terminal, and nothing within the first `after` seconds.
    """
    if not wanted(sys.stderr):
        yield lambda _: None
        return
    with Spinner(sys.stderr, first, after) as spinner:
        yield spinner.say


def wanted(stream: TextIO) -> bool:
    """Whether a person sees the stream, on a terminal that can go back in a line."""
    quiet = any(os.environ.get(name) for name in ("CI", "NO_COLOR"))
    return stream.isatty() and not quiet and os.environ.get("TERM") != "dumb"


class Spinner:
    """A thread that writes the line. It uses carriage returns and spaces, which all terminals know.

    So nothing is left behind, also where the process is interrupted: the line is blank again, and
    neither the cursor nor a colour has been changed.
    """

    def __init__(self, stream: TextIO, text: str, after: float = AFTER_SECONDS):
        self.stream, self.text, self._after = stream, text, after
        self._ended = threading.Event()
        self._width = 0
        self._thread = threading.Thread(target=self._run, daemon=True)
        encoding = (stream.encoding or "ascii").lower()
        self._frames = _FRAMES if encoding.startswith("utf") else _PLAIN_FRAMES

    def say(self, text: str) -> None:
        """What is done from now on."""
        self.text = text

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()
        if self._width:
            # The frame and its space are two columns; so is the ^C that a terminal shows.
            self._write("\r" + " " * (self._width + 4) + "\r")

    def _run(self) -> None:
        number = 0
        wait = self._after
        while not self._ended.wait(wait):
            self._draw(self._frames[number % len(self._frames)])
            number, wait = number + 1, _EVERY_SECONDS

    def _draw(self, frame: str) -> None:
        text, size = _cut(self.text, shutil.get_terminal_size((80, 24)).columns - 6)
        if self._write(f"\r{frame} {text}" + " " * (self._width - size)):
            self._width = size

    def _write(self, text: str) -> bool:
        """Write the text; where it can't be written, nothing more is."""
        try:
            self.stream.write(text)
            self.stream.flush()
        except (OSError, UnicodeError):  # the terminal is gone, or can't show a name
            self._ended.set()
            return False
        return True


def _cut(text: str, columns: int) -> tuple[str, int]:
    """The text as far as it has room, and how many columns that takes."""
    if text.isascii():
        text = text[: max(columns, 0)]
        return text, len(text)
    from rich.cells import cell_len, set_cell_size

    size = min(cell_len(text), max(columns, 0))
    return set_cell_size(text, size), size
