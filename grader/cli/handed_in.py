"""`check --handed-in DIR`: a platform has put what one student handed in into a folder."""

import tempfile
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, here
from grader.errors import UsageError
from grader.text import shown

if TYPE_CHECKING:
    from grader.cli.here import Work
    from grader.cli.meaning import Meant


def add_option(parser: ArgumentParser) -> None:
    """`--handed-in DIR` and `--trust-submissions`."""
    parser.add_argument(
        "--handed-in",
        type=Path,
        metavar="DIR",
        help="the folder with all that one student handed in: the file that counts is found "
        "in it, as by grader batch",
    )
    parser.add_argument(
        "--trust-submissions",
        action="store_true",
        help="with --handed-in, or with a secret key: where no isolation can be had, grade without",
    )


def trusted(args: Namespace) -> bool:
    """Whether what is graded may be run without isolation: a file of one's own, or as is said."""
    return args.handed_in is None or args.trust_submissions


def named(args: Namespace, stack: ExitStack) -> "tuple[Meant, Work]":
    """The exercise, and the file in the folder. What is unpacked stays until the stack ends."""
    from grader import classroom
    from grader.cli.meaning import Meant

    if len(args.words) != 1 or args.all:
        raise UsageError(
            "--handed-in goes with the name of one exercise: "
            "grader check EXERCISE --handed-in {folder} --isolation auto",
            folder=args.handed_in,
        )
    if args.isolation == "open":
        raise UsageError(
            "--handed-in is for the work of others, which is never run without isolation; "
            "add --isolation auto"
        )
    (exercise,) = args.words
    course = courses.for_a_file(args.course, args.handed_in, exercise, own=False)
    lesson = course.lesson(exercise)
    here.must_be_checks(lesson, args.only or [])
    scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="grader-handed-in-")))
    work, notes = classroom.work_of_one(args.handed_in, lesson, scratch)
    meant = Meant(lesson.exercise.name, str(work.path), args.only or [])
    return meant, here.Work(lesson, work.path, called=shown(work.name), notes=notes)
