"""Draw signs, as arrays or into a folder in the layout of GTSRB.

Stallkamp, Schlipsing, Salmen, Igel: "Man vs. computer", Neural Networks 32 (2012), describes
the original: https://benchmark.ini.rub.de
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from grader.datasets._folder import check, claim, recorded, writing
from grader.datasets.signs.faces import PAINTERS, face
from grader.datasets.signs.scene import drive

RECORD = "signs.json"
"""The file in a set that says how it was drawn."""

HEADER = ("Filename", "Width", "Height", "Roi.X1", "Roi.Y1", "Roi.X2", "Roi.Y2", "ClassId")


def write(
    directory: str | Path,
    classes: int = 43,
    tracks: int = 6,
    frames: int = 10,
    size: int = 32,
    seed: int = 0,
) -> int:
    """Draw `classes` kinds of signs into `directory`; the number of images.

    Each class has `tracks` physical signs, each seen in `frames` images of (size, size) RGB,
    as DIR/00000/00000_00000.ppm (class, track, frame) and DIR/00000/GT-00000.csv. The same
    arguments give the same bytes, and a class is the same whatever other classes there are. So in
    a directory of the same set, only the classes that are not complete are drawn.

    Raises:
        UsageError: an argument is out of its range, or the directory is in use or not writable.
    """
    for name, value, low, high in (
        ("classes", classes, 1, len(PAINTERS)),
        ("tracks", tracks, 1, 100_000),
        ("frames", frames, 1, 100_000),
        ("size", size, 8, 512),
        ("seed", seed, 0, None),
    ):
        check(name, value, low, high)
    directory = Path(directory)
    record = {"classes": classes, "tracks": tracks, "frames": frames, "size": size, "seed": seed}
    with writing(directory):
        claim(directory, RECORD, record)
        for class_id in missing(directory, record):
            _write_class(directory / f"{class_id:05d}", class_id, tracks, frames, size, seed)
    return classes * tracks * frames


def missing(directory: Path, record: Mapping[str, int]) -> list[int]:
    """The classes that are not complete in a directory, of a set that is to be drawn so."""
    classes = range(record["classes"])
    if recorded(directory, RECORD) != record:
        return [*classes]
    count = record["tracks"] * record["frames"]
    return [c for c in classes if not _is_complete(directory / f"{c:05d}", c, count)]


def _is_complete(folder: Path, class_id: int, count: int) -> bool:
    """Whether a class has all of its images. Its list is complete only when they are written."""
    listed = folder / f"GT-{class_id:05d}.csv"
    if not listed.is_file() or len(listed.read_text(encoding="ascii").splitlines()) != count + 1:
        return False
    return sum(path.suffix == ".ppm" for path in folder.iterdir()) == count


def draw(
    kinds: Iterable[int], tracks: int, frames: int, seed: int, size: int = 32
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Images (N, size, size, 3) uint8, their class ids (N,), and their tracks within a class (N,).

    The N = kinds * tracks * frames signs stand in the order of their classes.
    """
    images, labels, places = [], [], []
    for class_id in kinds:
        sign = face(class_id, side=4 * size)
        for track in range(tracks):
            rng = np.random.default_rng([seed, class_id, track])
            for image, _ in drive(sign, frames, size, rng):
                images.append(np.asarray(image))
                labels.append(class_id)
                places.append(track)
    return np.stack(images), np.array(labels), np.array(places)


def _write_class(
    folder: Path, class_id: int, tracks: int, frames: int, size: int, seed: int
) -> None:
    """The images of one class, (size, size) each, and their list of boxes."""
    folder.mkdir(exist_ok=True)
    # Drawn larger than recorded, so that edges are smooth; but large images are slow to draw.
    sign = face(class_id, side=max(size, min(4 * size, 256)))
    with open(folder / f"GT-{class_id:05d}.csv", "w", newline="", encoding="ascii") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(HEADER)
        for track in range(tracks):
            rng = np.random.default_rng([seed, class_id, track])
            for frame, (image, box) in enumerate(drive(sign, frames, size, rng)):
                name = f"{track:05d}_{frame:05d}.ppm"
                image.save(folder / name)
                rows.writerow([name, size, size, *box, class_id])
