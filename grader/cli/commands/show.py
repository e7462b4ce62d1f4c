"""Print one student's report from the record of a graded class."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import language, reports

NAME, FOR, HELP = "show", "instructors", "print one student's report of a batch"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader show`."""
    parser.add_argument("output", type=Path, metavar="OUT", help="folder of a batch")
    parser.add_argument("student", metavar="STUDENT", help="an id")
    reports.add_format(parser)
    parser.add_argument("-v", "--verbose", action="store_true", help="names, output, key, time")
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Print the report."""
    from grader.cli.whole_class import show

    return show(args)
