"""The exercises of a course in columns, in the order in which they are to be done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grader.cli import language, progress_notes
from grader.text import Words, breaks, clean, columns, padded

if TYPE_CHECKING:
    from grader.course import Course
    from grader.practice import Standing

TITLE, SHORTEST, GAP = 1, 20, "  "


def lines(course: "Course", width: int, words: Words) -> list[str]:
    """A line for each exercise; in a student's folder with the points that were reached."""
    path = course.path
    ordered = any(lesson.exercise.after for lesson in path)
    standings, at_home = progress_notes.standings(words), progress_notes.is_in_a_home()
    checks, after, points = words("checks"), words("follows"), words("points")
    rows = [("", "", words("file"), checks, after if ordered else "", points if at_home else "")]
    for lesson in path:
        asked = lesson.exercise
        number = f"{len(asked.checks):{max(columns(checks), 2)}}"
        points = _points(standings.get(asked.name)) if at_home else ""
        rows.append(
            (
                asked.name,
                language.title(lesson, words.language),
                lesson.file_name,
                number,
                ", ".join(asked.after),
                points,
            )
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
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    taken = sum(widths) - widths[TITLE] + len(GAP) * (len(widths) - 1)
    widths[TITLE] = min(widths[TITLE], max(width - taken, SHORTEST))
    lines = []
    for name, title, *others in rows:
        cells = zip((name, _cut(title, widths[TITLE]), *others), widths, strict=True)
        lines.append(clean(GAP.join(padded(cell, size) for cell, size in cells).rstrip()))
    return lines


def _cut(title: str, width: int) -> str:
    """The title, or as many of its words as there is room for."""
    if columns(title) <= width:
        return title
    return title[: breaks(title, width - 1)[0]].rstrip() + "…"
