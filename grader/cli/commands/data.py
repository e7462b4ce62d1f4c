"""Make data to train on."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader import datasets
from grader.cli import spinner
from grader.cli.exit_codes import PASSED
from grader.text import clean

NAME, FOR, HELP = "data", "students", "make data to train on"


def add_arguments(parser: ArgumentParser) -> None:
    """The sets of data; each has its own options. Without a set, `grader data` lists them."""
    parser.set_defaults(dataset=None)
    sets = parser.add_subparsers(metavar="SET")
    for name in datasets.names():
        dataset = datasets.named(name)
        own = sets.add_parser(name, help=dataset.HELP)
        own.add_argument(
            "directory", type=Path, metavar="DIR", help="a new or empty folder, or one of this set"
        )
        dataset.add_options(own)
        own.set_defaults(dataset=name)


def run(args: Namespace) -> int:
    """Write a set of data into a folder, or list the sets that there are."""
    if args.dataset is None:
        for name in datasets.names():
            print(f"{name:8} {datasets.named(name).HELP}")
        print("\nto make one: grader data SET DIR; its options: grader data SET --help")
        return PASSED
    with spinner.shown(f"making {args.dataset} in {clean(str(args.directory))}"):
        made = datasets.named(args.dataset).write_from(args)
    print(clean(f"{args.directory}: {made}"))
    return PASSED
