"""Which files of a graded class have much in common that few others have, whatever their names,
comments and order. Of two students, their files are shown side by side."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from grader.cli import language

NAME, FOR, HELP = "compare", "instructors", "list files of a batch that are alike"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader compare`."""
    parser.add_argument("output", type=Path, metavar="OUT", help="folder of a batch")
    parser.add_argument(
        "students", nargs="*", metavar="STUDENT", help="two ids: their files side by side"
    )
    parser.add_argument(
        "--least",
        type=_percent,
        metavar="PERCENT",
        help="list pairs that are as much alike (default: 80)",
    )
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="the table (default: copies.csv in OUT)"
    )
    language.add_option(parser)


def _percent(text: str) -> float:
    number = float(text.removesuffix("%"))
    if not 1 <= number <= 100:
        raise ArgumentTypeError(f"{text} is not between 1 and 100")
    return number / 100


def run(args: Namespace) -> int:
    """Compare."""
    from grader.cli.comparing import compare

    return compare(args)
