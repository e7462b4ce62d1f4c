"""Put a batch's grades into a file that Canvas or Moodle has exported, which they read again.
Only the column of the grades changes. Nobody is guessed: who is not found is listed."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

NAME, FOR, HELP = (
    "publish",
    "instructors",
    "put the grades of a batch into Canvas's or Moodle's file",
)


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader publish`."""
    parser.add_argument("folder", type=Path, metavar="OUT", help="folder of a batch")
    onto = parser.add_mutually_exclusive_group()
    onto.add_argument("--canvas", type=Path, metavar="CSV", help="a gradebook, exported by Canvas")
    onto.add_argument(
        "--moodle", type=Path, metavar="CSV", help="a grading worksheet, downloaded from Moodle"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="default: canvas.csv, moodle.csv in OUT"
    )
    parser.add_argument(
        "--column", default="", metavar="TITLE", help="the assignment, as its column is called"
    )
    parser.add_argument(
        "--points",
        choices=["scaled", "same"],
        help="where the column has other points: scaled to them, or the same",
    )
    parser.add_argument("--late", action="store_true", help="fill in those too who handed in late")
    parser.add_argument(
        "--moodle-feedback", type=Path, metavar="ZIP", help="write the reports, to upload in Moodle"
    )


def run(args: Namespace) -> int:
    """Fill in the file."""
    from grader.cli.onto_platform import publish

    return publish(args)
