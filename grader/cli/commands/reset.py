"""Give yourself the stub of an exercise again.

Your file stays beside it, with the day in its name.
"""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import courses, language, progress_notes
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import clean

NAME, FOR, HELP = "reset", "students", "get the stub of an exercise again"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader reset`."""
    parser.add_argument("exercise", metavar="EXERCISE")
    courses.add_option(parser)
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Put the stub in the place of the student's file, and that one beside it."""
    from grader.course import packaged
    from grader.practice import above, give_back

    home = above(Path.cwd())
    course = courses.named(args.course, own=True) or packaged()
    if home is None:
        progress_notes.must_not_be_lost(course)
        raise UsageError(
            "this is no folder that `grader init` has made, and no other file is ever replaced; "
            "go to yours"
        )
    lesson = course.lesson(args.exercise)
    kept = give_back(lesson, home)
    words = language.words(args.lang)
    progress_notes.take_back(lesson, home, words)
    for old, place in kept:
        said = words(
            "{file} is the stub again; yours is {kept}",
            file=os.path.relpath(old),
            kept=os.path.relpath(place),
        )
        print(clean(said))
    if not kept:
        said = words(
            "nothing to reset: the files of {exercise} are as they were",
            exercise=lesson.exercise.name,
        )
        print(clean(said))
    return PASSED
