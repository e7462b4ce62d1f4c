"""What the words behind `%grade` and `%hint` mean: an exercise, and checks or functions of it."""

from collections.abc import Sequence
from pathlib import Path

from grader.cli import courses, here, meaning, similar
from grader.course import Course, Lesson
from grader.errors import UsageError


def meant(words: Sequence[str], last: str) -> tuple[Lesson, list[str]]:
    """The exercise, which need not be named, and the names; `last` is the one before.

    Raises UsageError where it can't be told which exercise is meant, and for a name that it lacks.
    """
    course = courses.of_ones_own(None)
    lessons = [course.lesson(name) for name in course.folders]
    known = {name for lesson in lessons for name in here.names_of(lesson)}
    exercise, names = "", [*words]
    if words and (course.has(words[0]) or words[0] not in known):
        exercise = meaning.called(words[0], course)
        names = names[1:] if exercise else names
    if exercise:
        lesson = course.lesson(exercise)
    elif strange := [name for name in names if name not in known]:
        raise _unknown(strange[0], course, known)
    else:
        lesson = _having(names, lessons, last)
    for name in names:
        if name not in here.names_of(lesson):
            raise UsageError(
                "{exercise} has no check and no function {name}; {advice}",
                exercise=lesson.exercise.name,
                name=repr(name),
                advice=similar.advice(name, here.names_of(lesson)),
            )
    return lesson, names


def _having(names: list[str], lessons: list[Lesson], last: str) -> Lesson:
    """The exercise with these names: the last one, the one of the folder here, or the only one."""
    fitting = [lesson for lesson in lessons if {*names} <= {*here.names_of(lesson)}]
    by_name = {lesson.exercise.name: lesson for lesson in fitting}
    by_folder = {lesson.folder.name: lesson for lesson in fitting}
    if last in by_name:
        return by_name[last]
    if Path.cwd().name in by_folder:
        return by_folder[Path.cwd().name]
    if len(fitting) == 1:
        return fitting[0]
    first = (fitting or lessons)[0].exercise.name
    raise UsageError(
        "which exercise is meant? name it: {command} (exercises here: {known})",
        command=" ".join(("%grade", first, *names)),
        known=", ".join(lesson.exercise.name for lesson in fitting or lessons),
    )


def _unknown(name: str, course: Course, known: set[str]) -> UsageError:
    return UsageError(
        "there is no exercise, no function and no check {name}{close} (exercises here: {known})",
        name=repr(name),
        close=similar.did_you_mean(name, [*course.folders, *sorted(known)], 0.5),
        known=", ".join(course.folders),
    )
