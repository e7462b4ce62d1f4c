"""How what others have written is isolated, where a command grades it: the options for that."""

from argparse import ArgumentParser


def add_options(parser: ArgumentParser) -> None:
    """`--isolation`, `--trust-submissions`."""
    parser.add_argument(
        "--isolation",
        choices=["sealed", "confined", "open", "auto"],
        default="auto",
        help="the tier; `auto` (default) takes sealed or confined, whichever can be had",
    )
    parser.add_argument(
        "--trust-submissions",
        action="store_true",
        help="allow `open`, where a submission can do whatever you can do",
    )
