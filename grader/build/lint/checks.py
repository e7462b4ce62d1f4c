"""What checks.py says of itself: points, titles, given modules, parameters."""

import inspect
from collections.abc import Iterator

from grader.build.lint.faults import Fault
from grader.build.lint.files import Files
from grader.course import Course
from grader.errors import AuthorError
from grader.report import sum_of_points
from grader.text import Message

FULL = 10
"""The points of an exercise."""

LONGEST_TITLE, LONGEST_CHECK = 60, 100
"""In characters: a line with the name of a file beside it, and two lines of a report at 80."""


def points(files: Files) -> Iterator[Fault]:
    """The points of an exercise sum to ten."""
    assert files.exercise is not None
    total = sum_of_points(check.points for check in files.exercise.checks)
    if total != FULL:
        said = Message("the points sum to {total}, not to {full}", total=f"{total:.8g}", full=FULL)
        yield Fault(files.checks, files.line_of_exercise, said, first=True)


def after(files: Files) -> Iterator[Fault]:
    """The exercises that come before this one are in the course, and not in a circle."""
    assert files.exercise is not None
    if not files.exercise.after:
        return
    try:
        Course(files.lesson.folder.parents[1]).before(files.exercise.name)
    except AuthorError as error:
        yield Fault(files.checks, files.line_of_exercise, Message("{error}", error=error))


def titles(files: Files) -> Iterator[Fault]:
    """An exercise has a title, and titles are short enough for a report."""
    assert files.exercise is not None
    title = files.exercise.title
    if not title.strip():
        yield Fault(files.checks, files.line_of_exercise, Message("the exercise has no title"))
    named = [("title", title, files.line_of_exercise, LONGEST_TITLE)]
    named += [
        (check.name, check.title, files.line_of_check(check.name), LONGEST_CHECK)
        for check in files.exercise.checks
    ]
    for name, text, line, most in named:
        if len(text) > most:
            said = Message(
                "{name}: the title has {count} characters, and {most} have room in a report",
                name=name,
                count=len(text),
                most=most,
            )
            yield Fault(files.checks, line, said)


def hints(files: Files) -> Iterator[Fault]:
    """Each check has a hint of its own, for mistakes that are none of wrong/."""
    assert files.exercise is not None
    for check in files.exercise.checks:
        if not check.hints:
            said = Message(
                "{name} has no hints= for a student whose mistake is none of wrong/",
                name=check.name,
            )
            yield Fault(files.checks, files.line_of_check(check.name), said)


def given(files: Files) -> Iterator[Fault]:
    """The given modules are there, and are Python."""
    assert files.exercise is not None
    shared = files.lesson.folder.parent / "shared"
    for name in files.exercise.given:
        path, source = files.lesson.folder / f"{name}.py", shared / f"{name}.py"
        if not path.is_file() and not source.is_file():
            said = Message(
                "it gives the module {name}, and there is no {file} beside it or in {shared}/",
                name=name,
                file=path.name,
                shared=shared.name,
            )
            yield Fault(files.checks, files.line_of_exercise, said)
        else:
            files.tree(source if source.is_file() else path)


def parameters(files: Files) -> Iterator[Fault]:
    """A check takes an implementation first, and its secret inputs are among its parameters."""
    assert files.exercise is not None
    for check in files.exercise.checks:
        names = [*inspect.signature(check.body).parameters]
        line = files.line_of_check(check.name)
        if not names:
            said = Message("{name} must take an implementation first: student", name=check.name)
            yield Fault(files.checks, line, said)
        if check.secret and check.holds is None:
            said = Message(
                "{name}: secret inputs are for a predicate alone; add holds=", name=check.name
            )
            yield Fault(files.checks, line, said)
