"""A mistake is adopted in a copy of its exercise first: until all is well, nothing is written."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from grader.build.adopting.written import Adopted
from grader.build.generate import build_key
from grader.build.lint import lint_exercise
from grader.build.progress import Progress
from grader.build.verify import verify_one
from grader.course import MISTAKES, AnswerKey, Lesson, sources, write_key
from grader.errors import AuthorError
from grader.sandbox import Workers
from grader.text import Message


@dataclass(frozen=True)
class Tried:
    """What became of it: the public key, and what `lint` says of the files that it did not before.

    `before` and `after` are the digests of the known mistakes without it and with it.
    """

    key: AnswerKey
    lint: tuple[str, ...]
    before: str
    after: str


def tried(
    lesson: Lesson, adopted: Adopted, place: Path, workers: Workers, progress: Progress
) -> Tried:
    """Build and verify the exercise with the mistake, in a copy in the folder `place`.

    Raises AuthorError where it is not caught, not named, or in the way of another.
    """
    copy = _copied(lesson, place)
    adopted.path(copy).unlink(missing_ok=True)
    known, before = {*_said(copy)}, sources(copy)[MISTAKES]
    for path, data in adopted.files(copy).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    key = build_key(copy, workers, progress=progress)
    write_key(copy.key_path, key)
    found = verify_one(copy, key, workers, adopted.name, progress)
    if found.faults:
        raise AuthorError(*(Message("{fault}", fault=fault) for fault in found.faults))
    lint = tuple(said for said in _said(copy) if said not in known)
    return Tried(key, lint, before, sources(copy)[MISTAKES])


def _copied(lesson: Lesson, place: Path) -> Lesson:
    """The exercise with its solution, in a course of its own."""
    folder = place / "exercises" / lesson.folder.name
    solution = place / "solutions" / lesson.solution.name
    hidden = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(lesson.folder, folder, ignore=hidden)
    shutil.copytree(lesson.solution, solution, ignore=hidden)
    if lesson.shared:
        shutil.copytree(lesson.folder.parent / "shared", folder.parent / "shared", ignore=hidden)
    return Lesson(folder, solution, lesson.course)


def _said(lesson: Lesson) -> list[str]:
    """What lint says of an exercise, each by its file in the course."""
    return [fault.text(lesson.folder.parents[1]) for fault in lint_exercise(lesson)]
