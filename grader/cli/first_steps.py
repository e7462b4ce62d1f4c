"""What `grader` alone says: the commands that one begins with, and which exercise comes next."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, here, progress_notes
from grader.errors import GraderError
from grader.text import clean

if TYPE_CHECKING:
    from grader.course import Course, Lesson

_COMMANDS = """grader list                 the exercises
grader check ex1            grade your file of exercise 1
grader check ex1 softmax    grade one function of it
grader check logistic.py    grade this file
grader --help               all commands"""


def text() -> str:
    """The commands, and the next step. Nothing is graded."""
    try:
        step = next_step(courses.of_ones_own(None))
    except GraderError:  # `grader list` says what is wrong with the course
        step = "next: grader list"
    return f"{_COMMANDS}\n\n{step}"


def next_step(course: "Course") -> str:
    """The first exercise that is not done, and in which something is still to be written.

    What is done is remembered in a student's folder alone; elsewhere, all that is written counts.
    """
    begun = False
    path = course.path
    standings = progress_notes.standings()
    for lesson in path:
        name = lesson.exercise.name
        standing = standings.get(name)
        if standing is not None and standing.is_done:
            continue
        files = _files(lesson)
        begun = begun or bool(files)
        left = _left(lesson, files)
        if left:
            where = clean(os.path.relpath(files[0]))
            return f"next: write {', '.join(left)}\n      in {where}, then: grader check {name}"
        if standing is not None:
            return f"next: grader check {name} (the last time: {standing.last:.0%} of the points)"
    name = path[0].exercise.name
    if all(lesson.exercise.name in standings for lesson in path):
        return "all exercises are done"
    if begun:
        return f"next: grader check {name} (everything is written in the files here)"
    stub = clean(str(path[0].folder / path[0].file_name))
    return f"next: copy {stub} to here,\n      write your code in it, then: grader check {name}"


def _files(lesson: "Lesson") -> list[Path]:
    """The student's files."""
    names = (lesson.file_name, lesson.notebook_name)
    places = [folder / name for folder in here.own_folders(lesson) for name in names]
    return [place for place in places if place.is_file()]


def _left(lesson: "Lesson", files: list[Path]) -> list[str]:
    """The functions that are as in the stub in all of the files: in .py and notebook."""
    from grader.judge import is_stub

    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    return [
        function
        for function in lesson.exercise.functions
        if texts and all(is_stub(text, function) for text in texts)
    ]
