"""Show the exercises of the course."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from textwrap import shorten

from grader.cli import courses, screen
from grader.cli.exit_codes import PASSED
from grader.text import clean

TITLE, SHORTEST, GAP = 1, 20, "  "

NAME, FOR, HELP = "list", "students", "show the exercises"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader list`."""
    courses.add_option(parser, courses.ANY)


def run(args: Namespace) -> int:
    """Print a line for each exercise, in the order in which they are to be done."""
    course = courses.of_ones_own(args.course)
    path = course.path
    ordered = any(lesson.exercise.after for lesson in path)
    rows = [("", "", "file", "checks", "after" if ordered else "")]
    for lesson in path:
        asked = lesson.exercise
        after = ", ".join(asked.after)
        rows.append((asked.name, asked.title, lesson.file_name, f"{len(asked.checks):6}", after))
    for line in _table(rows, screen.width()):
        print(line)
    if course.origin is not None:
        print(clean(f"course: {course.origin}"))
    return PASSED


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
