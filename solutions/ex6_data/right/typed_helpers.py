"""Type hints, dataclasses, recursion; both arrays are shuffled by the same state."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Moments:
    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]

    @classmethod
    def of(cls, X: NDArray[Any]) -> Moments:
        mean = np.average(X, axis=0)
        deviation = np.sqrt(np.average((X - mean) ** 2, axis=0))
        return cls(mean, np.where(deviation != 0, deviation, 1.0))

    def applied(self, X: NDArray[Any]) -> NDArray[np.float64]:
        return np.divide(np.subtract(X, self.mean), self.deviation)


def together(rng: np.random.Generator, *arrays: NDArray[Any]) -> list[NDArray[Any]]:
    twins = [copy.deepcopy(rng) for _ in arrays]
    return [twin.permutation(array) for twin, array in zip(twins, arrays)]


def shuffle_split(
    X: NDArray[Any], y: NDArray[Any], fraction: float = 0.2, rng: Any = None
) -> tuple[NDArray[Any], ...]:
    X, y = together(rng, X, y)
    n_val = int(fraction * len(X))
    return X[n_val:], y[n_val:], X[:n_val], y[:n_val]


def standardise(X_train: NDArray[Any], X_test: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    moments = Moments.of(X_train)
    return moments.applied(X_train), moments.applied(X_test)


def one_hot(labels: NDArray[np.int64], classes: int) -> NDArray[np.float64]:
    result = np.zeros((labels.shape[0], classes))
    np.put_along_axis(result, labels[:, np.newaxis], 1.0, axis=1)
    return result


def _cut(
    X: NDArray[Any], y: NDArray[Any], size: int
) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    if len(X) <= size:
        return [(X, y)]
    return [(X[:size], y[:size]), *_cut(X[size:], y[size:], size)]


def mini_batches(
    X: NDArray[Any], y: NDArray[Any], batch_size: int, rng: np.random.Generator
) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    return _cut(*together(rng, X, y), batch_size)


def _bounds(n: int, k: int) -> Iterator[tuple[int, int]]:
    return ((i * n // k, (i + 1) * n // k) for i in range(k))


def k_folds(n: int, k: int, rng: np.random.Generator) -> tuple[tuple[list[int], list[int]], ...]:
    order: list[int] = rng.permutation(n).tolist()
    return tuple((order[:low] + order[high:], order[low:high]) for low, high in _bounds(n, k))


def cross_validate(
    X: NDArray[Any],
    y: NDArray[Any],
    folds: list[tuple[NDArray[Any], NDArray[Any]]],
    fit: Callable[..., Any],
    score: Callable[..., float],
) -> float:
    models = [fit(X.take(train, axis=0), y.take(train)) for train, _ in folds]
    scores = map(score, models, (X[v] for _, v in folds), (y[v] for _, v in folds))
    return float(sum(scores)) / len(models)
