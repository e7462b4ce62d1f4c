"""Which file of an exercise a command means that is run in this folder."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, links, progress_notes, similar
from grader.errors import SubmissionError, UsageError
from grader.text import Message

if TYPE_CHECKING:
    from grader.course import Course, Lesson


@dataclass(frozen=True)
class Work:
    """An exercise, and the file to grade.

    `also` is how another file could be named that was there as well. `linked` tells that the file
    lies elsewhere, behind a symbolic link. `called` is how its student calls it, and `notes` say
    what else was handed in.
    """

    lesson: "Lesson"
    path: Path
    also: str = ""
    linked: bool = False
    called: str = ""
    notes: tuple[Message, ...] = ()


def lessons_with_solution(names: list[str], option: Path | None) -> "list[Lesson]":
    """The exercises of these names, or all; each must have its solution here."""
    course = courses.of_an_author(option)
    lessons = [course.lesson(name) for name in names or course.folders]
    for lesson in lessons:
        if not lesson.has_solution:
            raise UsageError(
                "no solution in {solution}; only an instructor can do this",
                solution=lesson.solution,
            )
    return lessons


def work(exercise: str, file: str | None, option: Path | None, *, own: bool) -> Work:
    """What `grader check` grades; `own` tells whether it is a file of one's own.

    Without a name it is the exercise's own file: here, else in the exercise's folder of the course
    in which one stands. The package's stub is nobody's work.
    """
    from grader.course import is_installed
    from grader.practice import above

    named = None if file is None else Path(file)
    course = courses.for_a_file(option, named, exercise, own=own)
    lesson = course.lesson(exercise)
    is_named = courses.named(option, own=own) is not None
    if named is not None:
        linked = links.leads_away(named, own=own)
        return Work(lesson if is_named else _with_note(lesson, named), named, linked=linked)
    at_home = above(Path.cwd()) is not None or progress_notes.is_lost(Path(), course)
    has_files = is_named and not is_installed(course) and not at_home
    files = own_files(lesson, with_courses=own and has_files)
    strays = []
    if own and not is_named and lesson.course is not None:
        strays = [path for path in files if not courses.counts_for(course.root, path)]
    fitting = [path for path in files if path not in strays]
    if not fitting:
        raise _nothing_to_grade(lesson, course, strays)
    linked = links.leads_away(fitting[0], own=own)
    others = [p for p in [*fitting, *strays] if not p.parent.samefile(fitting[0].parent)]
    also = os.path.relpath(others[0]) if others else ""
    if others and others[0] in strays:
        also += f" --course {course.root}"
    return Work(lesson, fitting[0], also, linked)


def own_files(lesson: "Lesson", *, with_courses: bool = False) -> list[Path]:
    """A student's files of an exercise that could be meant; the .py comes before the notebook.

    `with_courses` tells whether the course that is named holds one's own work.
    """
    folders = own_folders(lesson)
    if with_courses:
        folders.append(lesson.folder)
    names = (lesson.file_name, lesson.notebook_name)
    return [folder / name for folder in folders for name in names if (folder / name).is_file()]


def own_folders(lesson: "Lesson") -> list[Path]:
    """Where a student's work on an exercise can lie: here, or in its folder of the course or the
    student's folder around.
    """
    from grader import practice
    from grader.course import above

    around, home = above(Path.cwd()), practice.above(Path.cwd())
    folders = [] if around is None else [(around, around / "exercises" / lesson.folder.name)]
    if home is not None:
        folders.append((home.root, home.folder(lesson)))
    folders.sort(key=lambda found: -len(found[0].parts))  # the one that is nearer comes first
    return [Path(), *(Path(os.path.relpath(folder)) for _, folder in folders)]


def _nothing_to_grade(lesson: "Lesson", course: "Course", strays: list[Path]) -> SubmissionError:
    from grader import practice

    at_home = practice.above(Path.cwd()) is not None
    name = lesson.exercise.name
    if strays:
        return SubmissionError(
            "{file} lies beside the course's exercises/; move it into {folder}, "
            "or name file and course: grader check {name} {file} --course {course}",
            file=strays[0],
            folder=lesson.folder,
            name=name,
            course=course.root,
        )
    return SubmissionError(
        "there is no {file} and no {notebook} here; go to the folder where yours is, or name it: "
        "grader check {name} FILE (to begin: {command})",
        file=lesson.file_name,
        notebook=lesson.notebook_name,
        name=name,
        command=f"grader reset {name}" if at_home else progress_notes.to_begin(course),
    )


def _with_note(lesson: "Lesson", file: Path) -> "Lesson":
    """The lesson; its report says what was asked of a file that does not have the exercise's name.

    A file for another course's ex1 could be meant, where no course is here.
    """
    from grader.course import above

    fits = file.name in (lesson.file_name, lesson.notebook_name)
    if fits or lesson.course is not None or above(Path.cwd()) is not None:
        return lesson
    note = Message(
        "the one that came with the grader, whose {name} is {title}; there is no course here "
        "(--course DIR names one)",
        name=lesson.exercise.name,
        title=lesson.exercise.title,
    )
    return replace(lesson, course=note)


def must_be_checks(lesson: "Lesson", names: list[str]) -> None:
    """Raise UsageError for a name that is neither a check nor a function of the exercise."""
    known = names_of(lesson)
    for name in names:
        if name not in known:
            raise UsageError(
                "--only {name}: no such check or function in {exercise}; {advice}",
                name=name,
                exercise=lesson.exercise.name,
                advice=similar.advice(name, known),
            )


def names_of(lesson: "Lesson") -> list[str]:
    """The functions and checks of an exercise: what can stand behind `--only`."""
    return [*lesson.exercise.functions, *(check.name for check in lesson.exercise.checks)]
