"""Look into an answer key."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import courses
from grader.cli.exit_codes import PASSED

NAME, FOR, HELP = "key", "authors", "look into an answer key"


def add_arguments(parser: ArgumentParser) -> None:
    """`grader key show KEY`."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print what is in a key")
    show.add_argument("key", metavar="KEY", help="an exercise, or a key's file")
    courses.add_option(show, courses.ANY)


def run(args: Namespace) -> int:
    """Print what is in the key."""
    from grader.cli.key_text import render
    from grader.course import read_key

    path = Path(args.key)
    if not path.is_file():
        path = courses.of_ones_own(args.course).lesson(args.key).key_path
    sys.stdout.write(render(read_key(path)))
    return PASSED
