"""Pairs of what is expected and what came back, on inputs that are drawn."""

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.judge.pairs import Pair
from grader.wire import Array, Value

Function = Callable[..., Any]
Draw = Callable[[np.random.Generator, int], dict[str, Any]]


def array(numbers: object) -> Array:
    """A NumPy array as it crosses the boundary."""
    made = np.asarray(numbers, np.float64)
    return Array("array", "float64", made.shape, memoryview(made.tobytes()))


def pairs(right: Function, wrong: Function, draw: Draw, count: int = 20) -> list[Pair]:
    """Of two functions of the inputs that `draw(rng, i)` gives by name."""
    rng = np.random.default_rng(0)
    found = []
    for i in range(count):
        drawn = draw(rng, i)
        inputs: dict[str, Value] = {
            name: array(value) if isinstance(value, np.ndarray) else value
            for name, value in drawn.items()
        }
        expected, returned = (np.asarray(f(**drawn), np.float64) for f in (right, wrong))
        found.append(Pair(inputs, expected, returned, np.zeros(expected.shape)))
    return found


def table(rng: np.random.Generator, i: int) -> dict[str, Any]:
    """A table of 3 to 6 rows and 2 to 4 columns."""
    return {"x": rng.normal(size=(3 + i % 4, 2 + i % 3))}


def vector(rng: np.random.Generator, i: int) -> dict[str, Any]:
    """A vector of 3 to 6 numbers, and a number."""
    return {"x": rng.normal(size=3 + i % 4), "b": float(np.round(rng.normal(), 2))}


def small(rng: np.random.Generator, i: int) -> dict[str, Any]:
    """Few whole numbers, some of them of one element or all 0: much holds of them by chance."""
    return {"x": rng.integers(0, 2, size=(1 + i % 3, 1 + i % 2)).astype(float), "b": float(i % 2)}
