"""What `grader` alone says: the commands that one begins with, and which exercise comes next."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses
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
    """The first exercise in which something is still to be written."""
    begun = False
    path = course.path
    for lesson in path:
        name = lesson.exercise.name
        files = _files(lesson)
        begun = begun or bool(files)
        left = _left(lesson, files)
        if left:
            where = clean(os.path.relpath(files[0]))
            return f"next: write {', '.join(left)}\n      in {where}, then: grader check {name}"
    name = path[0].exercise.name
    if begun:
        return f"next: grader check {name} (everything is written in the files here)"
    stub = clean(str(path[0].folder / path[0].file_name))
    return f"next: copy {stub} to here,\n      write your code in it, then: grader check {name}"


def _files(lesson: "Lesson") -> list[Path]:
    """The student's files: here, or in the exercise's folder of the course around."""
    from grader.course import above

    around = above(Path.cwd())
    folders = [Path()]
    if around is not None:
        folders.append(around / "exercises" / lesson.folder.name)
    names = (lesson.file_name, lesson.notebook_name)
    return [folder / name for folder in folders for name in names if (folder / name).is_file()]


def _left(lesson: "Lesson", files: list[Path]) -> list[str]:
    """The functions that are as in the stub in all of the files: in .py and notebook."""
    from grader.judge import is_stub

    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    return [
        function
        for function in lesson.exercise.functions
        if texts and all(is_stub(text, function) for text in texts)
    ]
