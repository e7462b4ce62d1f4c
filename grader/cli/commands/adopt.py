"""Make a known mistake of a group of students whose wrong values nobody has named: a file of wrong/
and its hint, the key of the class with it, and the letters with the hint. No score changes."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import courses, isolated, language

NAME, FOR, HELP = "adopt", "instructors", "make a known mistake of a group that has no name"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader adopt`."""
    parser.add_argument("output", type=Path, metavar="OUT", help="folder of a batch")
    parser.add_argument("group", metavar="GROUP", help="the group, as unnamed.txt calls it")
    parser.add_argument(
        "--name", required=True, help="of the mistake, and of its file: softmax_over_columns"
    )
    parser.add_argument(
        "--hint",
        action="append",
        required=True,
        metavar="TEXT",
        help="what a student reads; a second one says more (repeatable)",
    )
    parser.add_argument(
        "--hint-zh",
        action="append",
        default=[],
        metavar="TEXT",
        help="the same in Chinese, as many times",
    )
    parser.add_argument(
        "--allow",
        action="append",
        default=[],
        metavar="WORD",
        help="a word or a text of the function that you have read, and that may stay (repeatable)",
    )
    parser.add_argument("--dry-run", action="store_true", help="show the file, and write nothing")
    courses.add_option(parser)
    isolated.add_options(parser)
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Adopt the mistake."""
    from grader.cli.adopting import adopt

    return adopt(args)
