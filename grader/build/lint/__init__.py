"""All that can be said of an exercise's files without running them: `grader lint`.

A rule is a function of the exercise's files, and its docstring says what it holds. `verify` begins
with the same rules, and `build` with those without which nothing true can be built.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from grader.build.lint import (
    checks,
    folders,
    inputs,
    mistakes,
    readme,
    reference,
    words,
)
from grader.build.lint.faults import Fault, place
from grader.build.lint.files import Files
from grader.build.lint.placeholders import MARK, placeholders
from grader.build.lint.stale import stale, stale_files
from grader.course import Course, Lesson
from grader.errors import AuthorError
from grader.text import Message

__all__ = [
    "FOR_A_KEY",
    "MARK",
    "SOUND",
    "Fault",
    "lint_course",
    "lint_exercise",
    "must_be_sound",
    "stale_files",
]

Rule = Callable[[Files], Iterator[Fault]]

FOR_A_KEY: tuple[Rule, ...] = (
    reference.definitions,
    checks.given,
    checks.parameters,
    inputs.strategies,
    mistakes.mistakes,
)
"""What must hold before a key is built, or anything is run."""

SOUND: tuple[Rule, ...] = (reference.marks, *FOR_A_KEY)
"""What must hold before anything is built that students get."""

FURTHER: tuple[Rule, ...] = (
    checks.after,
    checks.hints,
    checks.points,
    checks.titles,
    folders.missing,
    folders.right,
    folders.unread,
    words.translations,
    mistakes.hints,
    mistakes.names,
    mistakes.not_mistakes,
    placeholders,
    readme.headings,
    readme.tables,
    readme.translated,
    reference.left_in_the_stub,
)

OF_BROKEN: tuple[Rule, ...] = (folders.missing, folders.python)
"""Those that need nothing of checks.py, for one that can't be loaded."""


def lint_exercise(lesson: Lesson) -> list[Fault]:
    """All faults of an exercise, by file and line."""
    files = Files(lesson)
    if files.exercise is None:
        return _found(files, OF_BROKEN)
    found = _found(files, (*SOUND, *FURTHER))
    if not any(fault.stops for fault in found):
        found = sorted([*found, *stale(files)], key=place)
    return found


def must_be_sound(lesson: Lesson, rules: tuple[Rule, ...] = SOUND) -> None:
    """Raise AuthorError, with a line for each fault, where nothing true could be built."""
    files = Files(lesson)
    found = _found(files, () if files.exercise is None else rules)
    if found := [fault for fault in found if fault.stops]:
        root = lesson.folder.parents[1]
        raise AuthorError(*(Message("{fault}", fault=fault.text(root)) for fault in found))


def _found(files: Files, rules: tuple[Rule, ...]) -> list[Fault]:
    """What these rules find, and which files can't be read at all."""
    found = {replace(fault, stops=rule in SOUND) for rule in rules for fault in rule(files)}
    unread = {replace(each, stops=path.suffix == ".py") for path, each in files.broken.items()}
    return sorted(found | unread, key=place)


def lint_course(course: Course) -> list[Fault]:
    """The faults of all exercises, and of folders that are none."""
    found = {*_strays(course.root)}
    for name in course.folders:
        found.update(lint_exercise(course.lesson(name)))  # what is of the course, each of them has
    return sorted(found, key=place)


def _strays(root: Path) -> Iterator[Fault]:
    """Folders of `exercises/` and `solutions/` that have no partner."""
    for folder in (root / "solutions").glob("*/"):
        if any(folder.glob("*.py")) and not (root / "exercises" / folder.name).is_dir():
            said = Message("there is no exercises/{name}/", name=folder.name)
            yield Fault(folder, 1, said)
    for folder in (root / "exercises").glob("*/"):
        is_exercise = any((folder / name).is_file() for name in ("README.md", "answers.key"))
        if is_exercise and not (folder / "checks.py").is_file():
            yield Fault(folder, 1, Message("there is no checks.py in it"))
