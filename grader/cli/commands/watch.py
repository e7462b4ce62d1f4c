"""Grade an exercise each time that you save your file, and show what comes next.

Without a name it is the first exercise on the course's path that is not done.
"""

from argparse import ArgumentParser, Namespace
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, keys, language, progress_notes
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import Words

if TYPE_CHECKING:
    from grader.course import Course, Lesson

NAME, FOR, HELP = "watch", "students", "grade at each save"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader watch`."""
    parser.add_argument("exercise", metavar="EXERCISE", nargs="?")
    courses.add_option(parser)
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Watch until a key ends it."""
    if not keys.is_terminal():
        raise UsageError(
            "watch needs a terminal; to grade once: grader check {name}",
            name=args.exercise or "ex1",
        )
    from grader import practice
    from grader.cli.own_screen import own_screen
    from grader.cli.watching import Watching

    words = language.words(args.lang)
    course = courses.of_ones_own(args.course)
    lesson = course.lesson(args.exercise) if args.exercise else _first(course, words)
    home = practice.above(Path.cwd())
    progress_notes.must_not_be_lost(course)
    with ExitStack() as stack:
        watching = Watching(course, lesson, home, stack, words)
        with suppress(KeyboardInterrupt), own_screen() as shown:
            watching.loop(shown)
    return PASSED


def _first(course: "Course", words: Words) -> "Lesson":
    """The first exercise that is not done; the last one where all are."""
    done, path = progress_notes.done(words), course.path
    return next((lesson for lesson in path if lesson.exercise.name not in done), path[-1])
