"""What a student's folder remembers, read and written at the edge: it never stops a command."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import screen
from grader.errors import RecordError, UsageError
from grader.text import Words

if TYPE_CHECKING:
    from grader.course import Course, Lesson
    from grader.practice import Home, Memory, Standing
    from grader.report import Report


@contextmanager
def opened(home: "Home", words: Words) -> Iterator["Memory"]:
    """What a folder remembers; where that is lost, or could not be read, it is said.

    Raises RecordError as Memory does, which does stop a command.
    """
    from grader.practice import Memory

    with Memory(home) as memory:
        if memory.put_aside is not None:
            said = words(
                "what was remembered here can't be read; it is now {file}, and what is done is "
                "remembered anew",
                file=os.path.relpath(memory.put_aside),
            )
            screen.note(said)
        elif memory.is_lost:
            screen.note(words("what was remembered here is gone; what is done is remembered anew"))
        yield memory


def remember(
    report: "Report", lesson: "Lesson", home: "Home | None", words: Words, *, whole: bool
) -> None:
    """Write a report down in the student's folder; `whole` tells whether every check was asked."""
    from grader import practice

    if home is None:
        return
    try:
        with opened(home, words) as memory:
            practice.remember(memory, report, lesson, whole=whole)
    except RecordError as error:
        screen.note(words("the result is not remembered: {error}", error=error))


def take_back(lesson: "Lesson", home: "Home", words: Words) -> None:
    """Write down that the files of an exercise are the course's again."""
    from grader import practice

    try:
        with opened(home, words) as memory:
            practice.take_back(lesson, home, memory)
    except RecordError as error:
        screen.note(words("{error}", error=error))


def is_in_a_home() -> bool:
    """Whether one stands in a student's folder."""
    from grader.practice import above

    return above(Path.cwd()) is not None


def to_begin(course: "Course") -> str:
    """The command that makes a student's folder: of this one, where it was one."""
    return f"grader init {'.' if is_lost(Path(), course) else 'my-course'}"


def is_lost(folder: Path, course: "Course") -> bool:
    """Whether a student's exercises are in a folder, and nothing is remembered of them."""
    from grader.course import above
    from grader.practice import has_lost_its_mark

    names = (path.name for path in course.folders.values())
    return above(folder.absolute()) is None and has_lost_its_mark(folder, names)


def must_not_be_lost(course: "Course") -> None:
    """Raise UsageError where one stands in such a folder."""
    if is_lost(Path(), course):
        raise UsageError(
            "exercises are here, and nothing is remembered of them; to begin that anew: {command}",
            command=to_begin(course),
        )


def done(words: Words) -> set[str]:
    """The exercises that are done, in the student's folder in which one stands."""
    return {name for name, standing in standings(words).items() if standing.is_done}


def standings(words: Words) -> "Mapping[str, Standing]":
    """How far one is with each exercise, in the student's folder in which one stands."""
    from grader.practice import above

    home = above(Path.cwd())
    if home is None:
        return {}
    try:
        with opened(home, words) as memory:
            return memory.standings()
    except RecordError as error:
        screen.note(words("what is done is not known: {error}", error=error))
        return {}
