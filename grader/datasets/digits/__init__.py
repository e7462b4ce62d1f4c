"""Handwritten digits that are drawn, in the form of MNIST, so that a course runs offline."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from grader.text import Message

if TYPE_CHECKING:
    import numpy as np

HELP = "drawn handwritten digits, in the form of MNIST"


def draw(
    labels: Iterable[int], seed: int | Sequence[int] | np.random.Generator, shift: int = 0
) -> np.ndarray:
    """Images (N, 28, 28) uint8 of the digits `labels`; see `drawing.draw`."""
    # NumPy, which `--help` needs not
    from grader.datasets.digits import drawing

    return drawing.draw(labels, seed, shift)


def add_options(parser: argparse.ArgumentParser) -> None:
    """How many digits, and how far from the middle."""
    parser.add_argument("--train", type=int, default=6000, help="digits to train on (default 6000)")
    parser.add_argument("--test", type=int, default=1000, help="digits to test on (default 1000)")
    parser.add_argument(
        "--shift", type=int, default=0, help="pixels that a digit may be off the middle (default 0)"
    )
    parser.add_argument("--seed", type=int, default=0, help="another one draws others")


def write_from(args: argparse.Namespace) -> Message:
    """Draw the set into `args.directory`."""
    from grader.datasets.digits.writing import is_complete, write

    names = ("train", "test", "shift", "seed")
    record = {name: getattr(args, name) for name in names}
    was_ready = is_complete(args.directory, record)
    write(args.directory, **record)
    what = Message(
        "{train} digits to train on, {test} to test on", train=args.train, test=args.test
    )
    return Message("ready, with {what}", what=what) if was_ready else what
