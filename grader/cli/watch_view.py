"""What `grader watch` shows: how far one is, the report, and the keys, within the screen's size."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len, set_cell_size

from grader.report import Report
from grader.text import clean

KEYS = "h hint  n next  a all  l list  r again  q quit"
_BAR = 10


@dataclass
class View:
    """What is to be shown. `body` is the report, or what a key has asked for."""

    title: str
    file: str
    color: bool
    body: list[str] = field(default_factory=list)
    status: str = ""
    report: Report | None = None
    done: int = 0
    """How many exercises of the path are done."""
    path: int = 0
    """How many it has."""
    above: int = 0
    """How many lines of the body are above the screen."""

    def lines(self, columns: int, rows: int) -> list[str]:
        """The whole screen: exactly as many rows as it has, none wider than it is."""
        room = max(rows - 4, 1)
        self.above = max(0, min(self.above, len(self.body) - room))
        shown = self.body[self.above : self.above + room]
        left = len(self.body) - self.above - len(shown)
        keys = f"{KEYS}  space more ({left} lines)" if left else KEYS
        lines = [self._head(columns), *shown, *[""] * (room - len(shown))]
        lines += ["", _cut(self.status, columns), self._styled(_cut(keys, columns - 1), "2")]
        return lines[:rows]

    def _head(self, columns: int) -> str:
        """Exercise and file, its points as a bar, and the place on the path."""
        ends = []
        if self.report is not None:
            score, most = self.report.score, self.report.max_score
            ends.append(f"{_bar(score, most)} {score:g}/{most:g}")
        if self.path:
            ends.append(f"path {_bar(self.done, self.path, self.path)} {self.done}/{self.path}")
        end = "  ".join(ends)
        begin = clean(f"{self.title} · {self.file}")
        gap = columns - cell_len(end) - 1
        return self._styled(_cut(begin, gap).ljust(gap - _extra(begin, gap)), "1") + " " + end

    def _styled(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text


def _bar(part: float, whole: float, size: int = _BAR) -> str:
    """Full only where all is reached."""
    full = int(size * part / whole) if whole else 0
    return "█" * full + "░" * (size - full)


def _cut(text: str, columns: int) -> str:
    return text if cell_len(text) <= columns else set_cell_size(text, max(columns - 1, 0)) + "…"


def _extra(text: str, columns: int) -> int:
    """How many columns more than characters the text takes."""
    cut = _cut(text, columns)
    return cell_len(cut) - len(cut)


def fitting(text: str) -> list[str]:
    """A rendered text as lines, without empty ones at its ends."""
    return text.strip("\n").split("\n")


def congratulation(title: str, following: str, others: Sequence[str]) -> list[str]:
    """What is said where everything passes."""
    lines = ["", f"  ✓ Everything passes. {title} is done.", ""]
    if following:
        lines.append(f"  n goes on to {following}.")
    elif others:
        lines.append(f"  Still open: {', '.join(others)}.")
    else:
        lines.append("  That was the last one: the whole course is done.")
    return lines
