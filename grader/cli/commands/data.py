"""Make data to train on."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader import datasets
from grader.cli import language, spinner
from grader.cli.exit_codes import PASSED
from grader.text import Message, clean, padded

NAME, FOR, HELP = "data", "students", "make data to train on"


def add_arguments(parser: ArgumentParser) -> None:
    """The sets of data; each has its own options. Without a set, `grader data` lists them."""
    parser.set_defaults(dataset=None)
    language.add_option(parser)
    sets = parser.add_subparsers(metavar="SET")
    for name in datasets.names():
        dataset = datasets.named(name)
        own = sets.add_parser(name, help=dataset.HELP)
        own.add_argument(
            "directory", type=Path, metavar="DIR", help="a new or empty folder, or one of this set"
        )
        dataset.add_options(own)
        language.add_option(own)
        own.set_defaults(dataset=name)


def run(args: Namespace) -> int:
    """Write a set of data into a folder, or list the sets that there are."""
    words = language.words(args.lang)
    if args.dataset is None:
        for name in datasets.names():
            print(padded(name, 9) + words(Message(datasets.named(name).HELP)))
        print("\n" + words("to make one: grader data SET DIR; its options: grader data SET --help"))
        return PASSED
    folder = clean(str(args.directory))
    with spinner.shown(words("making {set} in {folder}", set=args.dataset, folder=folder)):
        made = datasets.named(args.dataset).write_from(args)
    print(clean(f"{args.directory}: {words(made)}"))
    return PASSED
