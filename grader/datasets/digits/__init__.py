"""Handwritten digits that are drawn, in the form of MNIST, so that a course runs offline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


def draw(
    labels: Iterable[int], seed: int | Sequence[int] | np.random.Generator, shift: int = 0
) -> np.ndarray:
    """Images (N, 28, 28) uint8 of the digits `labels`; see `drawing.draw`."""
    # NumPy, which `--help` needs not
    from grader.datasets.digits import drawing

    return drawing.draw(labels, seed, shift)
