"""What each check of exercise 13 is tried on: one strategy a check, called alike."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, numbers


def _a(value):
    return array(value, "float64")


_paddings = st.sampled_from(["valid", "same"])


@st.composite
def _axis(draw):
    """Sizes that the stride divides and that it does not; kernels below, at and above it."""
    size = draw(st.one_of(st.integers(1, 12), st.sampled_from([28, 32, 227])))
    padding = draw(_paddings)
    most = min(size, 7) if padding == "valid" else 7
    kernel = draw(st.one_of(st.integers(1, most), st.just(most)))
    stride = draw(st.sampled_from([2, 1, 3, 4, 5]))
    return {"size": size, "kernel": kernel, "stride": stride, "padding": padding}


output_size_values = _axis()

_numbers = decimals(-4, 4, 1)
"""One place: short to read, and a sum of products has two."""


@st.composite
def _images_and_kernels(draw, shape):
    """X, W and b of the sizes N, H, W, C, kh, kw, F; b has no 0."""
    n, height, width, c, kh, kw, f = shape
    b = draw(numbers((f,), _numbers))
    assume(np.abs(b).min() > 0.2)
    return {
        "X": _a(draw(numbers((n, height, width, c), _numbers))),
        "W": _a(draw(numbers((kh, kw, c, f), _numbers))),
        "b": _a(b),
    }


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
convolve_shape = st.sampled_from(_VALID).flatmap(_images_and_kernels)
convolve_valid = st.sampled_from(_VALID).flatmap(_images_and_kernels)

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
convolve_same = st.sampled_from(_SAME).flatmap(_images_and_kernels)

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


@st.composite
def _strided(draw):
    shape, stride = draw(st.sampled_from(_STRIDED))
    inputs = draw(_images_and_kernels(shape))
    return {**inputs, "stride": stride, "padding": draw(_paddings)}


convolve_stride = _strided()

# N, H, W, C, size, stride: windows that overlap, that touch, with gaps; with and without a rest.
_POOLED = [
    (1, 3, 4, 1, 2, 1),
    (1, 4, 6, 1, 2, 2),
    (2, 4, 5, 2, 2, 2),
    (2, 5, 4, 2, 3, 1),
    (1, 7, 5, 2, 3, 2),
    (1, 5, 7, 2, 2, 3),
    (2, 3, 5, 3, 3, 2),
    (3, 4, 4, 2, 2, 1),
]


def _windows(X, size, stride):
    """All windows of X, to look whether an input is what it is meant to be."""
    found = np.lib.stride_tricks.sliding_window_view(X, (size, size), (1, 2))
    return found[:, ::stride, ::stride]


@st.composite
def _pooled(draw):
    """The largest number of each window is above 0."""
    *shape, size, stride = draw(st.sampled_from(_POOLED))
    X = draw(numbers(tuple(shape), decimals(-2, 9, 1)))
    assume(_windows(X, size, stride).max(axis=(-2, -1)).min() > 0)
    return {"X": _a(X), "size": size, "stride": stride}


max_pool_values = _pooled()


@st.composite
def _below_zero(draw):
    """All numbers are below 0, now and then far below."""
    *shape, size, stride = draw(st.sampled_from(_POOLED))
    X = draw(numbers(tuple(shape), decimals(-9, -0.1, 1)))
    return {"X": _a(X * draw(st.sampled_from([1, 100, 1000]))), "size": size, "stride": stride}


max_pool_negative = _below_zero()


@st.composite
def _averaged(draw):
    *shape, size, stride = draw(st.sampled_from(_POOLED))
    X = draw(numbers(tuple(shape), decimals(-4, 9, 1)))
    return {"X": _a(X), "size": size, "stride": stride}


average_pool_values = _averaged()

_BACKWARD = [
    (1, 3, 4, 1, 2, 2, 1),
    (2, 4, 5, 2, 3, 2, 3),
    (2, 4, 3, 3, 2, 2, 2),
    (1, 3, 4, 2, 2, 3, 2),
    (1, 3, 3, 1, 3, 3, 2),
    (2, 3, 3, 2, 2, 2, 2),
    (3, 3, 4, 1, 1, 2, 2),
]


@st.composite
def _backward(draw):
    n, height, width, c, kh, kw, f = draw(st.sampled_from(_BACKWARD))
    return {
        "dY": _a(draw(numbers((n, height - kh + 1, width - kw + 1, f), _numbers))),
        "X": _a(draw(numbers((n, height, width, c), _numbers))),
        "W": _a(draw(numbers((kh, kw, c, f), _numbers))),
    }


convolve_gradients_values = _backward()
