"""What an author has still to write: the marks that `grader new` leaves, with file and line."""

import re
from collections.abc import Iterator
from pathlib import Path

from grader.build.lint.faults import Fault
from grader.build.lint.files import Files
from grader.course import Lesson
from grader.text import Message

MARK = "TODO(author)"
"""Stands where something is to be written; behind it, after a colon, what."""

_MARK = re.compile(re.escape(MARK) + r":? *(?P<what>.*?)(?= *(?:\||-->|\"|\)?\"{3}|TODO\()|$)")


def placeholders(files: Files) -> Iterator[Fault]:
    """Nothing is left to write in the files of an exercise and of its course."""
    lesson = files.lesson
    for path in _files(lesson, lesson.folder.parents[1]):
        for number, what in _marks(path):
            yield Fault(path, number, Message("a placeholder: {what}", what=what or "write it"))


def _files(lesson: Lesson, root: Path) -> Iterator[Path]:
    """What an author writes, in the order of writing; the stub and the notebook repeat it."""
    yield from (path for path in (lesson.reference, lesson.inputs) if path.is_file())
    yield from sorted(path for path in lesson.folder.glob("*.py") if path.name != lesson.file_name)
    yield from sorted(lesson.solution.glob("*/*.py"))
    yield from sorted(lesson.solution.glob("*.toml"))
    yield from sorted(lesson.folder.glob("*.md"))
    yield from (path for path in [root / "README.md"] if path.is_file())
    yield from sorted((root / ".github" / "workflows").glob("*.yml"))


def _marks(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.split("\n"), 1):
        for found in _MARK.finditer(line):
            yield number, found["what"].strip()
