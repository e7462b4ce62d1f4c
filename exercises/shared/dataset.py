"""Read a folder of traffic signs in the layout of GTSRB, real or synthetic.

    IMDIR/00000/00000_00000.ppm     class 0, track 0, frame 0
    IMDIR/00000/00000_00001.ppm     class 0, track 0, frame 1
    ...
    IMDIR/00042/00006_00029.ppm     class 42, track 6, frame 29

A track is one physical sign, filmed from an approaching car: its frames look almost alike.
"""

from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image, UnidentifiedImageError

IMAGES = {".ppm", ".png"}
HIDDEN_BY_WINDOWS = {"thumbs.db", "desktop.ini"}


class DatasetError(Exception):
    """The folder cannot be used as a data set; the message names what is wrong with it."""


def get_datasets(imdir, batch_size, image_size=32, validation=0.2, seed=0):
    """Return the training and the validation data of a folder.

    All frames of a track are on one side. If they were on both, a network could recognise the
    photograph instead of the sign, and its validation accuracy would be far too good.

    Args:
        imdir: the folder that holds the class folders 00000, 00001, ...
        batch_size: N, how many images a batch has; the last batch may be smaller.
        image_size: images are resized to (image_size, image_size).
        validation: the fraction of each class's tracks that goes to validation (at least one
            track, but never the only one).
        seed: decides which tracks go to validation, and the order of the training images.

    Returns:
        (train_dataset, val_dataset): two tf.data.Dataset of batches (X, Y). X is float32 of
        shape (N, image_size, image_size, 3), red, green and blue in 0 ... 255 (not scaled).
        Y is int32 of shape (N,), the class ids. The training images come in a new order in
        each epoch, the validation images always in the same order.

    Raises:
        DatasetError: the folder is missing, empty or damaged.
        ValueError: one of the numbers makes no sense.
    """
    _check_arguments(batch_size, image_size, validation)
    train_files, val_files = split_by_track(imdir, validation, seed)
    train_dataset = _dataset(train_files, image_size).shuffle(len(train_files), seed=seed)
    val_dataset = _dataset(val_files, image_size)
    return _batches(train_dataset, batch_size), _batches(val_dataset, batch_size)


def split_by_track(imdir, validation=0.2, seed=0):
    """Return (train_files, val_files), two lists of (path, class id)."""
    rng = np.random.default_rng(seed)
    train_files, val_files = [], []
    for folder in class_folders(imdir):
        tracks = list(tracks_of(folder).values())
        held_out = round(validation * len(tracks))
        held_out = min(max(held_out, 1), len(tracks) - 1)
        for place, i in enumerate(rng.permutation(len(tracks))):
            side = val_files if place < held_out else train_files
            side.extend((path, int(folder.name)) for path in tracks[i])
    if not val_files:
        raise DatasetError(f"{imdir}: every class has one track only, so none is left to validate")
    return train_files, val_files


def class_folders(imdir):
    """Return the class folders (those whose names are numbers) in the order of their names."""
    imdir = Path(imdir)
    if not imdir.exists():
        raise DatasetError(f"{imdir}: there is no such folder")
    if not imdir.is_dir():
        raise DatasetError(f"{imdir} is a file, not a folder")
    folders = sorted(path for path in imdir.iterdir() if path.is_dir() and path.name.isdecimal())
    if not folders:
        raise DatasetError(f"{imdir} has no class folders: name the one that holds 00000, 00001, …")
    if len(folders) == 1:
        raise DatasetError(f"{imdir} has one class only ({folders[0].name}): there must be two")
    return folders


def tracks_of(folder):
    """Return {track: paths of its frames} of one class folder, both in order.

    The track is the file name up to its last underscore: 00003 of 00003_00029.ppm.
    """
    tracks = {}
    for path in sorted(folder.iterdir()):
        if _is_annotation(path) or _is_hidden(path):
            continue
        if path.suffix.lower() not in IMAGES or not path.is_file():
            raise DatasetError(f"{path} is no image: it must be a .ppm or .png file")
        track, _, _ = path.stem.rpartition("_")
        if not track:
            raise DatasetError(f"{path}: the name has no track (it must be like 00000_00001.ppm)")
        tracks.setdefault(track, []).append(path)
    if not tracks:
        raise DatasetError(f"{folder} has no images")
    return tracks


def read_image(path, image_size):
    """Return an image file as a uint8 array of shape (image_size, image_size, 3)."""
    try:
        with Image.open(path) as image:
            rgb = image.convert("RGB")
    except UnidentifiedImageError as error:
        raise DatasetError(f"{path} is no image, or its beginning is damaged") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DatasetError(f"{path} cannot be read: {error}") from error
    return np.asarray(rgb.resize((image_size, image_size), Image.Resampling.BILINEAR))


def _is_annotation(path):
    return path.suffix.lower() == ".csv"


def _is_hidden(path):
    return path.name.startswith(".") or path.name.lower() in HIDDEN_BY_WINDOWS


def _check_arguments(batch_size, image_size, validation):
    if batch_size < 1:
        raise ValueError(f"batch_size is {batch_size}: it must be at least 1")
    if image_size < 1:
        raise ValueError(f"image_size is {image_size}: it must be at least 1")
    if not 0 < validation < 1:
        raise ValueError(f"validation is {validation}: it must be between 0 and 1")


def _dataset(files, image_size):
    """Return a tf.data.Dataset of single images, uint8 (it needs a quarter of the memory)."""
    X = np.stack([read_image(path, image_size) for path, _ in files])
    Y = np.array([class_id for _, class_id in files], dtype=np.int32)
    return tf.data.Dataset.from_tensor_slices((X, Y))


def _batches(dataset, batch_size):
    dataset = dataset.batch(batch_size)
    return dataset.map(lambda X, Y: (tf.cast(X, tf.float32), Y)).prefetch(tf.data.AUTOTUNE)
