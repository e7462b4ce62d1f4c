"""Give a stub back. What was written stays beside it, under a name with the day."""

import os
from pathlib import Path

from grader.course import Lesson
from grader.errors import UsageError
from grader.practice.dated import beside
from grader.practice.handing_out import put
from grader.practice.home import Home


def give_back(lesson: Lesson, home: Home) -> list[tuple[Path, Path]]:
    """Each file that was not as in the course, and where it lies now. The stub is in its place.

    Raises UsageError where one can't be written.
    """
    kept = []
    for name in (lesson.file_name, lesson.notebook_name):
        stub, own = lesson.folder / name, home.folder(lesson) / name
        if not stub.is_file():
            continue
        data = stub.read_bytes()
        if not os.path.lexists(own):
            put(own, data)
        elif not own.is_file() or own.read_bytes() != data:
            kept.append((own, _replaced(own, data)))
    return kept


def _replaced(own: Path, data: bytes) -> Path:
    """Where the student's file is kept. It stays in its place where the stub can't be written."""
    place = beside(own)
    try:
        own.rename(place)
    except OSError as error:
        raise UsageError(
            "{path} can't be written: {strerror}", path=place, strerror=error.strerror
        ) from None
    try:
        put(own, data)
    except UsageError:
        place.rename(own)
        raise
    return place
