"""What a student's folder remembers, read and written at the edge: it never stops a command."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import RecordError
from grader.text import clean

if TYPE_CHECKING:
    from grader.course import Lesson
    from grader.practice import Home, Memory, Standing
    from grader.report import Report


def put_aside(memory: "Memory") -> None:
    """Say that what was remembered is lost, or could not be read."""
    if memory.put_aside is not None:
        where = os.path.relpath(memory.put_aside)
        print(
            clean(
                f"grader: what was remembered here cannot be read; it is now {where}, and what "
                "is done is remembered anew"
            ),
            file=sys.stderr,
        )
    elif memory.is_lost:
        print(
            "grader: what was remembered here is gone; what is done is remembered anew",
            file=sys.stderr,
        )


def remember(report: "Report", lesson: "Lesson", home: "Home | None", *, whole: bool) -> None:
    """Write a report down in the student's folder; `whole` tells whether every check was asked."""
    from grader import practice

    if home is None:
        return
    try:
        with practice.Memory(home) as memory:
            put_aside(memory)
            practice.remember(memory, report, lesson, whole=whole)
    except RecordError as error:
        print(clean(f"grader: the result is not remembered: {error}"), file=sys.stderr)


def take_back(lesson: "Lesson", home: "Home") -> None:
    """Write down that the files of an exercise are the course's again."""
    from grader import practice

    try:
        with practice.Memory(home) as memory:
            put_aside(memory)
            practice.take_back(lesson, home, memory)
    except RecordError as error:
        print(clean(f"grader: {error}"), file=sys.stderr)


def is_in_a_home() -> bool:
    """Whether one stands in a student's folder."""
    from grader.practice import above

    return above(Path.cwd()) is not None


def standings() -> "Mapping[str, Standing]":
    """How far one is with each exercise, in the student's folder in which one stands."""
    from grader.practice import Memory, above

    home = above(Path.cwd())
    if home is None:
        return {}
    try:
        with Memory(home) as memory:
            put_aside(memory)
            return memory.standings()
    except RecordError as error:
        print(clean(f"grader: what is done is not known: {error}"), file=sys.stderr)
        return {}
