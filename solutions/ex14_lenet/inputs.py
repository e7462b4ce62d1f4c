"""What each check of exercise 14 is tried on: a few pixels, or digits that are drawn for it."""

import numpy as np
from hypothesis import strategies as st

from grader.authoring import array, draw_digits, given

GREYS = 17
"""Pixels are rounded down to its multiples: sixteen greys, which a key keeps in a tenth."""

SHIFT = 4

APART = 4
"""LeNet-5 learns from digits at nine places, so many pixels apart, and is asked anywhere between.

A dense network knows little of a place where it has seen none."""

BATCH = 30

# Hypothesis tries zeros first, whatever its seed: with them, every key would have the same digits.
_seeds = st.binary(min_size=16, max_size=16).filter(any).map(int.from_bytes)


@st.composite
def _prepared(draw):
    """Dark images with some brighter pixels, and labels of which most digits are missing."""
    N = draw(st.sampled_from([1, 2, 3]))
    images = np.zeros((N, 28, 28), np.uint8)
    places = st.tuples(st.integers(0, N - 1), st.integers(0, 27), st.integers(0, 27))
    greys = st.sampled_from([255, 128, 51, 1, 254])
    for place, grey in draw(st.lists(st.tuples(places, greys), min_size=1, max_size=4)):
        images[place] = grey
    labels = draw(st.lists(st.integers(0, 9), min_size=N, max_size=N))
    return {"images": array(images, "uint8"), "labels": array(np.array(labels), "uint8")}


def _digits(seed, count, shift):
    """So many digits, each of the ten as often in each 30, in an order that says nothing of them.

    A network of sigmoids has nearly the same output for all images in the beginning. Where a batch
    has more of one digit, that is all that it learns there; so none has.
    """
    random = np.random.default_rng(seed)
    batches = [random.permutation(np.arange(BATCH) % 10) for _ in range(0, count, BATCH)]
    labels = np.concatenate(batches)[:count]
    images = draw_digits(labels, random, shift=shift)
    return array(images // GREYS * GREYS, "uint8"), array(labels, "int32")


def _at_places(images):
    """Each digit moved to the nearest of the nine places, by its centre of mass."""
    side = np.arange(28) - 13.5
    moved = []
    for image in images.numpy():
        ink = image / image.sum(dtype=float)
        off = np.array([ink.sum(1) @ side, ink.sum(0) @ side]).round().astype(int)
        place = np.clip(APART * np.round(off / APART).astype(int), -SHIFT, SHIFT)
        moved.append(np.roll(image, place - off, (0, 1)))
    return array(np.array(moved), "uint8")


@st.composite
def _memorised(draw):
    """64 digits to learn by heart."""
    X, Y = _digits(draw(_seeds), 64, SHIFT)
    return {"X": X, "Y": Y}


@st.composite
def _learned(draw, count, asked, shift):
    """Digits to learn from, and others of other pens."""
    seed = draw(_seeds)
    X, Y = _digits([seed, 0], count, shift)
    held_out, labels = _digits([seed, 1], asked, shift)
    X = _at_places(X) if shift else X
    return {"X": X, "Y": Y, "held_out": held_out, "labels": labels}


prepare_values = _prepared()
prepare_dtype = _prepared()
create_dense_output = given()
create_dense_plain = given()
create_dense_learns = _learned(2000, 500, 0)
create_lenet_output = given()
create_lenet_layers = given()
create_lenet_memorises = _memorised()
create_lenet_generalises = _learned(5000, 1000, SHIFT)
