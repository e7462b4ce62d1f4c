"""Which exercises were verified whole as they are now: for these the short form is enough.

A whole verification without a fault leaves a digest of the exercise's files in its solution, as
`verified.sha256`. The grader's own code is not part of it: the short form still judges every file.
"""

import hashlib
from pathlib import Path

from grader.course import Lesson, write_whole

RECORD = "verified.sha256"

_READ = (".py", ".md", ".toml", ".ipynb", ".key", ".npz")
"""The files of an exercise that a verification reads, by the ends of their names."""


def unchanged(lesson: Lesson) -> bool:
    """Whether the exercise was verified whole, and no file of it is another one since."""
    record = lesson.solution / RECORD
    return record.is_file() and record.read_text(encoding="utf-8").split()[:1] == [_digest(lesson)]


def remember(lesson: Lesson) -> None:
    """Write down that the exercise was verified whole, as it is now."""
    line = f"{_digest(lesson)}  {lesson.exercise.name}\n"
    write_whole(lesson.solution / RECORD, line.encode())


def _digest(lesson: Lesson) -> str:
    """One digest of all files of the exercise and its solution; Git may change their line ends."""
    whole = hashlib.sha256()
    for folder in (lesson.folder, lesson.solution):
        for path in sorted(_files(folder), key=lambda path: path.relative_to(folder).parts):
            data = path.read_bytes()
            if path.suffix not in (".key", ".npz"):
                data = data.replace(b"\r\n", b"\n")
            name = path.relative_to(folder).as_posix()
            whole.update(f"{name} {len(data)}\n".encode() + data)
    return whole.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.suffix in _READ and "__pycache__" not in path.parts and path.is_file()
    ]
