"""Write the page, the table and the letters of a graded class again."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import class_rules, language

NAME, FOR, HELP = "report", "instructors", "write the page and the table of a batch again"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader report`."""
    parser.add_argument("output", type=Path, metavar="OUT", help="folder of a batch")
    parser.add_argument(
        "--rebuild",
        action="store_true",
        help="make a damaged results.db again from the reports that are in OUT",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="write the page whenever something is graded or decided, until Ctrl-C; a page that is "
        "open in a browser follows",
    )
    language.add_option(parser, language.OF_LETTERS)
    class_rules.add_options(parser)


def run(args: Namespace) -> int:
    """Publish the record again."""
    from grader.cli.whole_class import publish_again

    return publish_again(args)
