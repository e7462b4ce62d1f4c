"""A student's own folder: `grader init` makes it, and the work on each exercise lies in it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grader.course import Lesson

MARK = ".grader"
"""The folder that tells a student's folder from others; what is remembered lies in it."""


@dataclass(frozen=True)
class Home:
    """The student's folder; each exercise has one in it, of the name that the course gives it."""

    root: Path

    @property
    def remembered(self) -> Path:
        """The folder of what is remembered."""
        return self.root / MARK

    def folder(self, lesson: Lesson) -> Path:
        """Where the student works on an exercise (it may not be there)."""
        return self.root / lesson.folder.name


def above(start: Path) -> Home | None:
    """The nearest student's folder, from `start` upward."""
    start = Path(os.path.abspath(start))
    folders = (start, *start.parents)
    return next((Home(folder) for folder in folders if os.path.isdir(folder / MARK)), None)


def has_lost_its_mark(folder: Path, exercises: Iterable[str]) -> bool:
    """Whether a folder has some of the exercises' folders, and neither is nor lies in a student's.

    Git and many who copy a folder leave out what is hidden.
    """
    return above(folder) is None and any((folder / name).is_dir() for name in exercises)
