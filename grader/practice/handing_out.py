"""Give a student the exercises: stubs, notebooks, READMEs, given modules and data.

Checks and keys stay where the course is. What a student has changed is never written over, and what
comes with a newer course replaces only what is as it was handed out.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.course import Course, Lesson, write_whole
from grader.practice.home import Home
from grader.practice.memory import Memory

_READMES = "README*.md"


@dataclass(frozen=True)
class Handed:
    """What became of the files, by their paths from the student's folder.

    `left` are those that the student has changed while the course's changed, too.
    """

    new: tuple[Path, ...]
    renewed: tuple[Path, ...]
    left: tuple[Path, ...]


def hand_out(course: Course, home: Home, memory: Memory) -> Handed:
    """Copy what is not there yet, and renew what nobody has changed."""
    before = memory.handed_out()
    new, renewed, left = [], [], []
    digests: dict[str, str] = {}
    for place, source in _files(course):
        target, data = home.root / place, source.read_bytes()
        name = place.as_posix()
        if not target.exists():
            new.append(place)
        elif _digest(target.read_bytes()) == _digest(data):
            digests[name] = _digest(data)
            continue
        elif _digest(target.read_bytes()) == before.get(name):
            renewed.append(place)
        else:
            if before.get(name) != _digest(data):
                left.append(place)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)
        digests[name] = _digest(data)
    memory.hands_out(digests)
    return Handed(tuple(new), tuple(renewed), tuple(left))


def _files(course: Course) -> Iterator[tuple[Path, Path]]:
    """Each file that is handed out: its place in the student's folder, and the course's file."""
    for readme in sorted((course.root / "exercises").glob(_READMES)):
        yield Path(readme.name), readme
    for lesson in course.path:
        for source in _of(lesson):
            yield Path(lesson.folder.name, source.name), source


def _of(lesson: Lesson) -> list[Path]:
    names = [lesson.file_name, lesson.notebook_name, *lesson.given_files]
    found = [*sorted(lesson.folder.glob(_READMES)), *(lesson.folder / name for name in names)]
    return [path for path in found if path.is_file()]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
