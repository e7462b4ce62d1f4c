"""Points on the arms of a spiral, which no straight line parts."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from grader.datasets._folder import Record, check, claim, recorded, writing
from grader.text import Message

if TYPE_CHECKING:
    import numpy as np

HELP = "points on the arms of a spiral, each arm a class"

RECORD, TABLE, ARRAYS = "spiral.json", "spiral.csv", "spiral.npz"


def add_options(parser: argparse.ArgumentParser) -> None:
    """How many points, and how far from their arm."""
    parser.add_argument("--samples", type=int, default=100, help="points of an arm (default 100)")
    parser.add_argument("--classes", type=int, default=3, help="arms (default 3)")
    parser.add_argument(
        "--noise", type=float, default=0.2, help="deviation of the angles (default 0.2)"
    )
    parser.add_argument("--seed", type=int, default=0, help="another one draws others")


def write_from(args: argparse.Namespace) -> Message:
    """Draw the set into `args.directory`."""
    names = ("samples", "classes", "noise", "seed")
    record = {name: getattr(args, name) for name in names}
    was_ready = is_complete(args.directory, record)
    write(args.directory, **record)
    count = args.samples * args.classes
    what = Message("{count} points on {classes} arms", count=count, classes=args.classes)
    return Message("ready, with {what}", what=what) if was_ready else what


def draw(
    samples: int, classes: int, noise: float, seed: int | np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Points (samples * classes, 2) float64 in the order of their classes, and these, int64.

    The radii of an arm go from 0 to 1, and the angles of arm j from 4j to 4j + 4, with noise.
    """
    # NumPy, which `--help` needs not
    import numpy as np

    rng = np.random.default_rng(seed)  # a generator is returned as it is
    labels = np.repeat(np.arange(classes), samples)
    way = np.tile(np.linspace(0, 1, samples), classes)
    turned = way * np.exp(1j * (4 * (labels + way) + noise * rng.standard_normal(len(way))))
    # Angles are counted from the second axis.
    return np.column_stack([turned.imag, turned.real]), labels


def write(
    directory: str | Path,
    samples: int = 100,
    classes: int = 3,
    noise: float = 0.2,
    seed: int = 0,
) -> None:
    """Draw `samples` points for each of `classes` arms into `directory`.

    They are in DIR/spiral.csv, with a line "x,y,class" above them and six decimals, and in
    DIR/spiral.npz as X (N, 2) and y (N,). The same arguments give the same bytes.

    Raises:
        UsageError: an argument is out of its range, or the directory is in use or not writable.
    """
    import numpy as np

    for name, value, low, high in (
        ("samples", samples, 2, 1_000_000),
        ("classes", classes, 1, 1000),
        ("noise", noise, 0, 10),
        ("seed", seed, 0, None),
    ):
        check(name, value, low, high)
    directory = Path(directory)
    record = {"samples": samples, "classes": classes, "noise": noise, "seed": seed}
    with writing(directory):
        claim(directory, RECORD, record)
        if is_complete(directory, record):
            return
        X, y = draw(samples, classes, noise, seed)
        rows = "".join(f"{a:.6f},{b:.6f},{label}\n" for (a, b), label in zip(X, y, strict=True))
        (directory / TABLE).write_text("x,y,class\n" + rows, encoding="ascii", newline="\n")
        # Under its name it is whole, so it is written last, and moved there.
        part = directory / f"part-{ARRAYS}"
        np.savez(part, X=X, y=y)
        part.replace(directory / ARRAYS)


def is_complete(directory: Path, record: Record) -> bool:
    """Whether the set that is to be drawn so is there already, whole."""
    files = (TABLE, ARRAYS)
    return recorded(directory, RECORD) == record and all(
        (directory / file).is_file() for file in files
    )
