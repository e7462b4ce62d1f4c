"""A synthetic set of traffic signs in the layout of GTSRB, so that a course runs offline."""

import argparse

from grader.text import Message

HELP = "drawn traffic signs, in the layout of GTSRB"


def add_options(parser: argparse.ArgumentParser) -> None:
    """How many signs, of what size."""
    parser.add_argument("--classes", type=int, default=43, help="kinds of signs, up to 43")
    parser.add_argument("--tracks", type=int, default=6, help="signs of a class (default 6)")
    parser.add_argument("--frames", type=int, default=10, help="pictures of a sign (default 10)")
    parser.add_argument("--size", type=int, default=32, help="pixels of a side (default 32)")
    parser.add_argument("--seed", type=int, default=0, help="another one draws others")


def write_from(args: argparse.Namespace) -> Message:
    """Draw the set into `args.directory`."""
    # NumPy and Pillow, which `--help` needs not
    from grader.datasets.signs.writing import missing, write

    names = ("classes", "tracks", "frames", "size", "seed")
    record = {name: getattr(args, name) for name in names}
    was_ready = not missing(args.directory, record)
    count = write(args.directory, **record)
    what = Message("{count} images of {classes} kinds of signs", count=count, classes=args.classes)
    return Message("ready, with {what}", what=what) if was_ready else what
