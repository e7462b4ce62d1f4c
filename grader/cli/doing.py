"""What a grading is at, for who waits for it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from grader.text import Message

if TYPE_CHECKING:
    from grader.course import Lesson
    from grader.practice import Run

_WRITTEN = {"numpy": "NumPy", "tensorflow": "TensorFlow", "tensorflow-onednn": "TensorFlow"}


def framework(lesson: "Lesson") -> str:
    """What an exercise imports, as its name is written."""
    return _WRITTEN[lesson.exercise.framework]


def starting(lesson: "Lesson") -> Message:
    """The framework is imported."""
    return Message("starting {framework}", framework=framework(lesson))


def loading(file: str) -> Message:
    """The student's code is executed."""
    return Message("loading {file}", file=file)


def asking(check: str, lesson: "Lesson", only: Collection[str] = ()) -> Message:
    """Which check is begun, and how many there are; `only` names those, or functions."""
    names = [c.name for c in lesson.exercise.checks if not only or {c.name, c.function} & {*only}]
    return Message(
        "{check}, {number} of {count}",
        check=check,
        number=names.index(check) + 1,
        count=len(names),
    )


def of(run: "Run", lesson: "Lesson", file: str, only: Collection[str] = ()) -> Message:
    """What it is at now that goes on beside what is shown."""
    if not run.has_workers:
        return starting(lesson)
    return asking(run.doing, lesson, only) if run.doing else loading(file)
