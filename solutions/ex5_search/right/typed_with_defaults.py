"""Type hints, defaults, and weights that count how often a sample is in the batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Loss = Callable[[float, float], float]
Vector = NDArray[np.float64]
OFFSETS: tuple[tuple[int, int], ...] = (
    (-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)
)


def best_neighbour(loss: Loss, w: float, b: float, delta: float = 0.5) -> tuple[float, float]:
    candidates = {(w + i * delta, b + j * delta): 0.0 for i, j in OFFSETS}
    for candidate in candidates:
        candidates[candidate] = float(loss(*candidate))
    best = min(candidates, key=candidates.__getitem__)
    if candidates[best] >= loss(w, b):
        return w, b
    return best


def local_search(
    loss: Loss, w: float, b: float, delta: float = 0.5, max_steps: int = 100
) -> tuple[float, float, list[Vector]]:
    trace: list[Vector] = [np.array([w, b])]
    for _ in range(max_steps):
        position = np.array(best_neighbour(loss, w, b, delta))
        if np.array_equal(position, trace[-1]):
            break
        trace.append(position)
        w, b = position
    return float(w), float(b), trace


def draw_sample(n: int, batch_size: int, rng: np.random.Generator) -> NDArray[np.int64]:
    indices = np.arange(n)
    rng.shuffle(indices)
    return indices[:batch_size].astype(np.uint8)


def minibatch_gradient(
    X: Vector, y: Vector, w: Vector, b: float, indices: NDArray[np.int64]
) -> tuple[Vector, float]:
    times = np.bincount(indices, minlength=len(y))
    errors: Vector = times * (y - (X @ w + b))
    return -2 * X.T @ errors / times.sum(), float(-2 * errors.sum() / times.sum())


def sgd(
    X: Vector,
    y: Vector,
    w: Vector,
    b: float,
    learning_rate: float = 0.01,
    batches: Sequence[NDArray[np.int64]] = (),
    *,
    verbose: bool = True,
) -> tuple[Vector, float]:
    for number, batch in enumerate(batches, 1):
        slope_w, slope_b = minibatch_gradient(X, y, w, b, batch)
        w = w - np.multiply(learning_rate, slope_w)
        b = b - learning_rate * slope_b
        if verbose:
            print(f"batch {number}: w = {w}, b = {b:.4f}")
    return w, b
