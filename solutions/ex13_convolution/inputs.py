"""What each check of exercise 13 is tried on: one strategy a check, called alike.

An array has up to 150 numbers. To draw each of them by itself takes most of a build's time, and
makes no input easier to read, so an array's numbers come from one seed.
"""

import numpy as np
from hypothesis import strategies as st

from grader.authoring import array

_seeds = st.integers(0, 9999)


def _a(value):
    return array(value, "float64")


def _tenths(rng, shape, low=-40, high=40):
    """Numbers of one decimal place: short to read, and a sum of products has two."""
    return rng.integers(low, high + 1, shape) / 10


@st.composite
def _axis(draw):
    """Sizes that the stride divides and that it does not; kernels below, at and above it."""
    size = draw(st.one_of(st.integers(1, 12), st.sampled_from([28, 32, 227])))
    padding = draw(st.sampled_from(["valid", "same"]))
    most = min(size, 7) if padding == "valid" else 7
    kernel = draw(st.one_of(st.integers(1, most), st.just(most)))
    stride = draw(st.sampled_from([2, 1, 3, 4, 5]))
    return {"size": size, "kernel": kernel, "stride": stride, "padding": padding}


output_size_values = _axis()


def _layer(shape, seed):
    """X, W and b of the sizes N, H, W, C, kh, kw, F; b has no 0."""
    n, height, width, c, kh, kw, f = shape
    rng = np.random.default_rng(seed)
    b = _tenths(rng, f, 3) * rng.choice([-1, 1], f)
    X, W = _tenths(rng, (n, height, width, c)), _tenths(rng, (kh, kw, c, f))
    return {"X": _a(X), "W": _a(W), "b": _a(b)}


# N, H, W, C, kh, kw, F. The simplest first; a kernel as high, or as large, as the image; all equal.
_VALID = [
    (1, 3, 4, 1, 2, 2, 1),
    (2, 4, 5, 2, 3, 2, 3),
    (2, 5, 4, 3, 2, 3, 2),
    (2, 3, 5, 2, 3, 1, 2),
    (1, 3, 3, 2, 3, 3, 2),
    (2, 3, 3, 2, 2, 2, 2),
    (3, 2, 3, 1, 1, 2, 2),
]
convolve_shape = st.builds(_layer, st.sampled_from(_VALID), _seeds)
convolve_valid = st.builds(_layer, st.sampled_from(_VALID), _seeds)

# Odd and even kernels, and one that is larger than the image.
_SAME = [
    (1, 3, 4, 1, 2, 2, 1),
    (1, 3, 4, 1, 3, 3, 1),
    (2, 4, 5, 2, 3, 2, 2),
    (2, 5, 3, 2, 2, 4, 3),
    (1, 2, 4, 2, 3, 3, 2),
    (2, 4, 4, 2, 2, 2, 1),
    (1, 5, 4, 1, 4, 1, 2),
]
convolve_same = st.builds(_layer, st.sampled_from(_SAME), _seeds)

# With a stride: k > s, k = s and k < s; rows and columns that are left, and none.
_STRIDED = [
    ((1, 4, 6, 1, 2, 2, 1), 2),
    ((1, 4, 5, 1, 3, 3, 1), 2),
    ((2, 5, 6, 2, 3, 2, 2), 2),
    ((2, 7, 5, 1, 2, 3, 2), 3),
    ((1, 4, 7, 2, 2, 1, 3), 3),
    ((1, 6, 5, 2, 3, 4, 1), 2),
    ((1, 5, 5, 2, 3, 3, 2), 2),
    ((1, 6, 7, 1, 1, 1, 2), 3),
]


def _strided(shape_and_stride, seed, padding):
    shape, stride = shape_and_stride
    return {**_layer(shape, seed), "stride": stride, "padding": padding}


convolve_stride = st.builds(
    _strided, st.sampled_from(_STRIDED), _seeds, st.sampled_from(["valid", "same"])
)

# N, H, W, C, size, stride: windows that overlap, that touch, with gaps; with and without a rest.
_POOLED = st.sampled_from(
    [
        (1, 3, 4, 1, 2, 1),
        (1, 4, 6, 1, 2, 2),
        (2, 4, 5, 2, 2, 2),
        (2, 5, 4, 2, 3, 1),
        (1, 7, 5, 2, 3, 2),
        (1, 5, 7, 2, 2, 3),
        (2, 3, 5, 3, 3, 2),
        (3, 4, 4, 2, 2, 1),
    ]
)


def _pooled(sizes, seed):
    """Of each window the largest number is above 0, though some are below."""
    *shape, size, stride = sizes
    rng = np.random.default_rng(seed)
    while True:
        X = _tenths(rng, shape, -20, 90)
        windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), (1, 2))
        if windows.max(axis=(-2, -1)).min() > 0:
            return {"X": _a(X), "size": size, "stride": stride}


def _below_zero(sizes, seed, scale):
    """All numbers are below 0, now and then far below."""
    *shape, size, stride = sizes
    X = _tenths(np.random.default_rng(seed), shape, -90, -1)
    return {"X": _a(X * scale), "size": size, "stride": stride}


def _averaged(sizes, seed):
    *shape, size, stride = sizes
    X = _tenths(np.random.default_rng(seed), shape, -40, 90)
    return {"X": _a(X), "size": size, "stride": stride}


max_pool_values = st.builds(_pooled, _POOLED, _seeds)
max_pool_negative = st.builds(_below_zero, _POOLED, _seeds, st.sampled_from([1, 100, 1000]))
average_pool_values = st.builds(_averaged, _POOLED, _seeds)


def _backward(shape, seed):
    n, height, width, _, kh, kw, f = shape
    layer = _layer(shape, seed)
    dY = _tenths(np.random.default_rng([seed, 1]), (n, height - kh + 1, width - kw + 1, f))
    return {"dY": _a(dY), "X": layer["X"], "W": layer["W"]}


_BACKWARD = [
    (1, 3, 4, 1, 2, 2, 1),
    (2, 4, 5, 2, 3, 2, 3),
    (2, 4, 3, 3, 2, 2, 2),
    (1, 3, 4, 2, 2, 3, 2),
    (1, 3, 3, 1, 3, 3, 2),
    (2, 3, 3, 2, 2, 2, 2),
    (3, 3, 4, 1, 1, 2, 2),
]
convolve_gradients_values = st.builds(_backward, st.sampled_from(_BACKWARD), _seeds)
