"""The exercises of a course in columns, in the order in which they are to be done."""

from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from grader.cli import progress_notes
from grader.text import clean

if TYPE_CHECKING:
    from grader.course import Course
    from grader.practice import Standing

TITLE, SHORTEST, GAP = 1, 20, "  "


def lines(course: "Course", width: int) -> list[str]:
    """A line for each exercise; in a student's folder with the points that were reached."""
    path = course.path
    ordered = any(lesson.exercise.after for lesson in path)
    standings, at_home = progress_notes.standings(), progress_notes.is_in_a_home()
    rows = [("", "", "file", "checks", "after" if ordered else "", "points" if at_home else "")]
    for lesson in path:
        asked = lesson.exercise
        number = f"{len(asked.checks):6}"
        points = _points(standings.get(asked.name)) if at_home else ""
        rows.append(
            (asked.name, asked.title, lesson.file_name, number, ", ".join(asked.after), points)
        )
    return _table(rows, width)


def _points(standing: "Standing | None") -> str:
    """The best result, with a mark that is seen from afar."""
    if standing is None or not standing.best:
        return "·"
    best = f"{standing.best * standing.max_score:g}/{standing.max_score:g}"
    return f"{'✓' if standing.is_done else '◐'} {best}"


def _table(rows: Sequence[tuple[str, ...]], width: int) -> list[str]:
    """The rows in columns. Where the screen is too narrow, titles are cut."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    taken = sum(widths) - widths[TITLE] + len(GAP) * (len(widths) - 1)
    widths[TITLE] = min(widths[TITLE], max(width - taken, SHORTEST))
    lines = []
    for name, title, *others in rows:
        title = shorten(title, widths[TITLE], placeholder="…")
        cells = zip((name, title, *others), widths, strict=True)
        lines.append(clean(GAP.join(f"{cell:{size}}" for cell, size in cells).rstrip()))
    return lines
