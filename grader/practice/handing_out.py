"""Give a student the exercises: stubs, notebooks, READMEs, given modules and data.

Checks and keys stay where the course is. What a student has changed is never written over, and what
comes with a newer course replaces only what is as it was handed out.
"""

import hashlib
import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from grader.course import Course, Lesson, files_of, handed_out, write_whole
from grader.errors import UsageError
from grader.practice.home import Home
from grader.practice.memory import Memory


@dataclass(frozen=True)
class Handed:
    """What became of the files, by their paths from the student's folder.

    `left` are those that are not as they were handed out, while the course's are others now.
    """

    new: tuple[Path, ...]
    renewed: tuple[Path, ...]
    left: tuple[Path, ...]


def hand_out(course: Course, home: Home, memory: Memory) -> Handed:
    """Copy what is not there yet, and renew what nobody has changed.

    Raises UsageError where a file can't be written; those before it are handed out then.
    """
    before = memory.handed_out()
    handed: dict[_Fate, list[Path]] = {fate: [] for fate in _Fate}
    digests: dict[str, str] = {}
    try:
        for place, source in handed_out(course, course.path):
            data = source.read_bytes()
            fate = _fate(home.root / place, data, before.get(place.as_posix()))
            if fate in (_Fate.NEW, _Fate.RENEWED):
                put(home.root / place, data)
            handed[fate].append(place)
            if fate not in (_Fate.LEFT, _Fate.THEIRS):
                digests[place.as_posix()] = _digest(data)
    finally:
        memory.hands_out(digests)
    return Handed(*(tuple(handed[x]) for x in (_Fate.NEW, _Fate.RENEWED, _Fate.LEFT)))


def take_back(lesson: Lesson, home: Home, memory: Memory) -> None:
    """Write down which files of an exercise are the course's again: as if handed out now."""
    places = {source: home.folder(lesson) / source.name for source in files_of(lesson)}
    digests = {source: _digest(source.read_bytes()) for source in places}
    memory.hands_out(
        {
            target.relative_to(home.root).as_posix(): digests[source]
            for source, target in places.items()
            if _there(target) == digests[source]
        }
    )


class _Fate(Enum):
    """What becomes of a file."""

    NEW = "new"
    RENEWED = "renewed"
    LEFT = "left"
    THEIRS = "theirs"
    """The student has changed it, and the course's is as it was."""
    SAME = "same"


def _fate(target: Path, data: bytes, handed: str | None) -> _Fate:
    """`handed` is the digest of what was handed out in its place before."""
    if not os.path.lexists(target):
        return _Fate.NEW
    new, there = _digest(data), _there(target)
    if there == new:
        return _Fate.SAME
    if there == handed and not target.is_symlink():
        return _Fate.RENEWED
    return _Fate.THEIRS if handed == new else _Fate.LEFT


def _there(target: Path) -> str:
    """The digest of a file that is there; "" for what is no file, or can't be read."""
    try:
        return _digest(target.read_bytes())
    except OSError:
        return ""


def put(target: Path, data: bytes) -> None:
    """Write a file of the course; raises UsageError where that can't be done."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)
    except OSError as error:
        raise UsageError(
            "{path} can't be written: {strerror}", path=target, strerror=error.strerror
        ) from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
