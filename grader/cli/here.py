"""Which course, exercise and file a command means that is run in this folder."""

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import SubmissionError, UsageError
from grader.text import Message

if TYPE_CHECKING:
    from grader.course import Lesson


def lesson_named(name: str) -> "Lesson":
    """The exercise of this name in the course that is found from here."""
    from grader.course import find

    try:
        return find(Path.cwd()).lesson(name)
    except UsageError:
        if Path(name).is_file():
            raise UsageError(
                "{name} is a file; the exercise comes first: grader check ex1 {name}", name=name
            ) from None
        raise


def lessons_with_solution(names: list[str]) -> "list[Lesson]":
    """The exercises of these names, or all; each must have its solution here."""
    from grader.course import find

    course = find(Path.cwd())
    lessons = [course.lesson(name) for name in names or course.folders]
    for lesson in lessons:
        if not lesson.has_solution:
            raise UsageError(
                "no solution in {solution}; only an instructor can do this",
                solution=lesson.solution,
            )
    return lessons


def file_to_grade(lesson: "Lesson", named: str | None) -> Path:
    """The file to grade: the one named, else the exercise's own, here or in exercises/.

    In either folder the .py comes before the notebook.
    """
    if named is not None:
        return Path(named)
    own = [lesson.file_name, lesson.notebook_name]
    for place in (folder / name for folder in (Path(), lesson.folder) for name in own):
        if place.is_file():
            return place
    raise SubmissionError(
        "no {file} and no {notebook} here or in {folder}; name the file: grader check {name} FILE",
        file=own[0],
        notebook=own[1],
        folder=lesson.folder,
        name=lesson.exercise.name,
    )


def must_be_checks(lesson: "Lesson", names: list[str]) -> None:
    """Raise UsageError for a name that is neither a check nor a function of the exercise."""
    checks = [check.name for check in lesson.exercise.checks]
    known = [*lesson.exercise.functions, *checks]
    for name in names:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            advice = Message("there are {names}", names=", ".join(known))
            if close:
                advice = Message("did you mean {close}?", close=close[0])
            raise UsageError(
                "--only {name}: no such check or function; {advice}", name=name, advice=advice
            )
