"""Grade every submission of a class. The same command goes on where an earlier one stopped:
what is graded is not graded again."""

import argparse
from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import class_rules, courses, isolated, language, which_key

NAME, FOR, HELP = "batch", "instructors", "grade a class"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader batch`."""
    parser.add_argument("exercise", metavar="EXERCISE", help="its name: ex1")
    parser.add_argument(
        "submissions", type=Path, metavar="SUBMISSIONS", help="a folder, or the zip of a platform"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="folder for the result")
    parser.add_argument("--plan", action="store_true", help="only show who handed in which file")
    courses.add_option(parser, "the grader's own")
    parser.add_argument(
        "--roster", type=Path, metavar="CSV", help="ids and names of the class, and its groups"
    )
    parser.add_argument(
        "--use",
        action="append",
        default=[],
        type=_use,
        metavar="STUDENT=FILE",
        help="this file counts for the student; without FILE, the earlier grade (repeatable)",
    )
    parser.add_argument("--seed", type=int, help="seed of the class's key (default: random)")
    which_key.add_options(parser, "a secret key to grade with")
    parser.add_argument(
        "--regrade",
        nargs="*",
        metavar="STUDENT",
        help="grade these again, or all when none is named",
    )
    language.add_option(parser, language.OF_LETTERS)
    class_rules.add_options(parser)
    class_rules.add_times(parser)
    _add_where(parser)


def _add_where(parser: ArgumentParser) -> None:
    """Which processes grade, and how they are isolated."""
    parser.add_argument(
        "--jobs", type=_count, metavar="N", help="how many at once (default: one a processor)"
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", help="a dask scheduler, whose workers grade the class"
    )
    isolated.add_options(parser)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a number of processes")
    return number


def _use(text: str) -> tuple[str, str]:
    student, equals, file = text.partition("=")
    if not student or not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not STUDENT=FILE")
    return student, file


def run(args: Namespace) -> int:
    """Grade the class."""
    from grader.cli.whole_class import batch

    return batch(args)
