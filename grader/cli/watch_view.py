"""What `grader watch` shows: how far one is, a page, and the keys, within the screen's size."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from grader.text import Words, clean, template

Page = Callable[[int], list[str]]
"""Gives the lines for a screen of so many columns."""

KEYS = template("h hint  n next  a all  l list  r again  q quit")
_BAR = 10
_TITLE = 16
"""So many columns of the title are worth more than the bars."""
_AROUND = 4
"""The rows that are no part of the page: the head, an empty one, what happens, the keys."""
_MOST_ALERT = 3
"""So many rows are for what is wrong with a file. Mostly it is one."""
_STYLE = re.compile(r"\x1b\[[\d;]*m")


@dataclass
class View:
    """What is to be shown."""

    words: Words
    color: bool
    title: str = ""
    page: Page = field(default=lambda _: [])
    alert: str = ""
    """What is wrong with the file that was saved last, so that it could not be graded."""
    status: str = ""
    """What happens, or has just happened."""
    score: tuple[float, float] | None = None
    """The points of the exercise, and how many there are."""
    done: int = 0
    """How many exercises of the path are done."""
    path: int = 0
    """How many it has."""
    above: int = 0
    """How many lines of the page are above the screen."""
    room: int = 0
    """How many lines of it the screen has had room for."""

    def turn_to(self, page: Page) -> None:
        """Show another page, from its beginning."""
        self.page, self.above = lru_cache(1)(page), 0

    def lines(self, columns: int, rows: int) -> list[str]:
        """The whole screen: exactly as many rows as it has, none wider than it is."""
        alert = self._alert(columns)
        self.room = room = max(rows - _AROUND - len(alert), 0)
        page = [part for line in self.page(columns) for part in fitted(line, columns)]
        self.above = max(0, min(self.above, len(page) - room))
        shown = page[self.above : self.above + room]
        left = len(page) - self.above - len(shown)
        lines = [self._head(columns), *alert, *shown, *[""] * (room - len(shown))]
        lines += ["", cut(self.status, columns), self._keys(left, columns)]
        return [lines[0], *lines[len(lines) - rows + 1 :]] if rows > 1 else lines[-1:]

    def _head(self, columns: int) -> str:
        """Exercise and file, its points as a bar, and the place on the path."""
        points = place = ""
        if self.score is not None:
            score, most = self.score
            points = f"  {bar(score, most)} {score:g}/{most:g}"
        if self.path:
            place = f"{bar(self.done, self.path, self.path)} {self.done}/{self.path}"
            place = "  " + self.words("path {bar}", bar=place)
        ends = (points + place, points, "")
        end = next(end for end in ends if not end or columns - cell_len(end) > _TITLE)
        gap = columns - cell_len(end)
        begin = cut(clean(self.title), gap)
        return self._styled(begin, "1") + " " * (gap - cell_len(begin)) + end

    def _alert(self, columns: int) -> list[str]:
        lines = fitted(f"✗ {self.alert}", columns) if self.alert else []
        return [self._styled(line, "1;31") for line in lines[:_MOST_ALERT]]

    def _keys(self, left: int, columns: int) -> str:
        """All keys, and how many lines there are below; on a narrow screen in short."""
        keys = self.words(KEYS)
        more = [self.words("space: {count} more lines", count=left), f"+{left}"] if left else [""]
        letters = " ".join(word[0] for word in keys.split("  "))
        lines = [f"{shown}  {below}".rstrip() for shown in (keys, letters) for below in more]
        fitting = (line for line in lines if cell_len(line) <= columns)
        return self._styled(next(fitting, cut(letters, columns)), "2")

    def _styled(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text


def bar(part: float, whole: float, size: int = _BAR) -> str:
    """Full only where all is reached."""
    full = int(size * part / whole) if whole else 0
    return "█" * full + "░" * (size - full)


def cut(text: str, columns: int) -> str:
    """The text as far as it has room; it has no styles."""
    if cell_len(text) <= columns:
        return text
    return set_cell_size(text, max(columns - 1, 0)).rstrip() + "…" * (columns > 0)


def fitted(line: str, columns: int) -> list[str]:
    """A line, which may have styles, as lines that are no wider."""
    if cell_len(_STYLE.sub("", line)) <= columns or not columns:
        return [line]
    out = io.StringIO()
    is_styled = "\x1b" in line
    console = Console(
        file=out,
        width=columns,
        force_terminal=is_styled,
        color_system="standard" if is_styled else None,
    )
    console.print(Text.from_ansi(line), end="", highlight=False, markup=False, emoji=False)
    return out.getvalue().split("\n")
