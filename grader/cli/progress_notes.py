"""What a student's folder remembers, read and written at the edge: it never stops a command."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import language, screen
from grader.errors import RecordError
from grader.text import Message, Words

if TYPE_CHECKING:
    from grader.course import Lesson
    from grader.practice import Home, Memory, Standing
    from grader.report import Report


def put_aside(memory: "Memory") -> None:
    """Say that what was remembered is lost, or could not be read."""
    if memory.put_aside is not None:
        _note(
            Message(
                "what was remembered here can't be read; it is now {file}, and what is done is "
                "remembered anew",
                file=os.path.relpath(memory.put_aside),
            )
        )
    elif memory.is_lost:
        _note(Message("what was remembered here is gone; what is done is remembered anew"))


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
        _note(Message("the result is not remembered: {error}", error=error.messages[0]))


def take_back(lesson: "Lesson", home: "Home") -> None:
    """Write down that the files of an exercise are the course's again."""
    from grader import practice

    try:
        with practice.Memory(home) as memory:
            put_aside(memory)
            practice.take_back(lesson, home, memory)
    except RecordError as error:
        _note(error.messages[0])


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
        _note(Message("what is done is not known: {error}", error=error.messages[0]))
        return {}


def _note(message: Message) -> None:
    """Say it beside the result, in the language of the command line."""
    screen.note(Words(language.of_command_line(sys.argv[1:]))(message))
