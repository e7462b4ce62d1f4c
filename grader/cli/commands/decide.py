"""Decide about a student's grade: points of a function or of a check, all of the score, or that
the student is excused. What was decided is a line of OUT/overrides.csv, which stands everywhere
beside what the machine said, until it is taken back."""

import argparse
from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import language

NAME, FOR, HELP = "decide", "instructors", "decide about a student's grade"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader decide`."""
    parser.add_argument("output", type=Path, metavar="OUT", help="folder of a batch")
    parser.add_argument("student", metavar="STUDENT", help="an id")
    parser.add_argument(
        "--points",
        action="append",
        default=[],
        type=_points,
        metavar="NAME=POINTS",
        help="what a function or a check gets, by its name in grades.csv (repeatable)",
    )
    parser.add_argument("--score", metavar="POINTS", help="what the student gets in all")
    parser.add_argument(
        "--excused", action="store_true", help="the exercise does not count: no score, and no zero"
    )
    parser.add_argument(
        "--undo", action="store_true", help="take back the last decision about the student"
    )
    parser.add_argument(
        "--comment", default="", metavar="TEXT", help="why; the student reads it in the letter"
    )
    parser.add_argument("--who", metavar="NAME", help="who decided (default: your user name)")
    language.add_option(parser)


def _points(text: str) -> tuple[str, str]:
    name, equals, points = text.rpartition("=")
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=POINTS")
    return name, points


def run(args: Namespace) -> int:
    """Write the decision down."""
    from grader.cli.deciding import decide

    return decide(args)
