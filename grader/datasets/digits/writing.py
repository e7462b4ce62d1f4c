"""Draw digits into a folder: as images, and as one file with the layout of Keras's mnist.npz."""

from pathlib import Path

import numpy as np
from PIL import Image

from grader.datasets._folder import Record, check, claim, recorded, writing
from grader.datasets.digits.drawing import MOST_SHIFT, draw

RECORD = "digits.json"
"""The file in a set that says how it was drawn."""

ARRAYS = "mnist.npz"
SPLITS = ("train", "test")
CLASSES = 10


def write(
    directory: str | Path, train: int = 6000, test: int = 1000, shift: int = 0, seed: int = 0
) -> None:
    """Draw `train` and `test` digits into `directory`.

    They are in DIR/train/7/00042.png (the digit, and its place among all) and so on, and all of
    them in DIR/mnist.npz: x_train, x_test (N, 28, 28) and y_train, y_test (N,), uint8. Of no digit
    there are two more than of another. The same arguments give the same bytes, and fewer digits are
    the first ones of a larger set. A mnist.npz that is there is left alone.

    Raises:
        UsageError: an argument is out of its range, or the directory is in use or not writable.
    """
    for name, value, low, high in (
        ("train", train, 1, 1_000_000),
        ("test", test, 1, 1_000_000),
        ("shift", shift, 0, MOST_SHIFT),
        ("seed", seed, 0, None),
    ):
        check(name, value, low, high)
    directory = Path(directory)
    record = {"train": train, "test": test, "shift": shift, "seed": seed}
    with writing(directory):
        claim(directory, RECORD, record)
        if not is_complete(directory, record):
            _write(directory, record)


def is_complete(directory: Path, record: Record) -> bool:
    """Whether the set that is to be drawn so is there already, whole."""
    if recorded(directory, RECORD) != record or not (directory / ARRAYS).is_file():
        return False
    return all(
        sum(1 for _ in (directory / split).glob("*/*.png")) == record[split] for split in SPLITS
    )


def _write(directory: Path, record: Record) -> None:
    train, test = (_split(record, split) for split in SPLITS)
    for split, (images, labels) in zip(SPLITS, (train, test), strict=True):
        for digit in range(CLASSES):
            (directory / split / str(digit)).mkdir(parents=True, exist_ok=True)
        for place, (image, digit) in enumerate(zip(images, labels, strict=True)):
            path = directory / split / str(digit) / f"{place:05d}.png"
            Image.fromarray(image).save(path)
    if (directory / ARRAYS).exists():
        return
    # Under its name it is whole, so it is written last, and moved there.
    part = directory / f"part-{ARRAYS}"
    np.savez_compressed(part, x_train=train[0], y_train=train[1], x_test=test[0], y_test=test[1])
    part.replace(directory / ARRAYS)


def _split(record: Record, split: str) -> tuple[np.ndarray, np.ndarray]:
    """The images and their labels; each row of ten has all digits, in an order of its own."""
    count = int(record[split])
    rng = np.random.default_rng([int(record["seed"]), SPLITS.index(split)])
    rows = np.tile(np.arange(CLASSES, dtype=np.uint8), (-(-count // CLASSES), 1))
    labels = np.random.default_rng(rng.integers(2**32)).permuted(rows, axis=1).ravel()[:count]
    return draw(labels, rng, int(record["shift"])), labels
