"""What an inputs.py imports from `grader.authoring`: strategies for the inputs of checks.

    softmax_purity = given(logits=numbers((2, 3), decimals(-20, 20)).map(tensor))

Each strategy of an inputs.py has the name of a check and draws that check's inputs, by
parameter name. Inputs that depend on one another are drawn with `st.composite`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.datasets.digits.drawing import draw as draw_digits
from grader.datasets.signs.writing import draw as draw_signs
from grader.wire import Array, Inputs, Map, Seq, Value

__all__ = [
    "array",
    "decimals",
    "dict_of",
    "draw_digits",
    "draw_signs",
    "given",
    "list_of",
    "listed",
    "numbers",
    "tensor",
    "tuple_of",
    "variable",
]


def given(**inputs: st.SearchStrategy[Any]) -> st.SearchStrategy[Inputs]:
    """Independent inputs, by parameter name."""
    return st.fixed_dictionaries(inputs)


def tensor(numbers: Any, dtype: str = "float32") -> Array:
    """Numbers as the value that becomes a tf.Tensor of `dtype` in the worker."""
    return _value("tensor", numbers, dtype)


def array(numbers: Any, dtype: str = "float32") -> Array:
    """Numbers as the value that becomes a NumPy array of `dtype` in the worker."""
    return _value("array", numbers, dtype)


def variable(numbers: Any, dtype: str = "float32") -> Array:
    """Numbers as the value that becomes a tf.Variable of `dtype` in the worker."""
    return _value("variable", numbers, dtype)


def _value(kind: Any, numbers: Any, dtype: str) -> Array:
    made = np.ascontiguousarray(numbers, dtype=dtype)
    return Array(kind, dtype, np.shape(numbers), memoryview(made.tobytes()))


def decimals(low: float, high: float, places: int = 2) -> st.SearchStrategy[float]:
    """Short decimal numbers in [low, high]: easy to read, and neither round nor symmetric."""
    scale = 10**places
    return st.integers(round(low * scale), round(high * scale)).map(lambda k: k / scale)


def numbers(
    shape: tuple[int, ...], elements: st.SearchStrategy[Any], dtype: str = "float64"
) -> st.SearchStrategy[np.ndarray]:
    """NumPy arrays of one shape; every element is drawn on its own."""
    return hnp.arrays(dtype, shape, elements=elements, fill=st.nothing())


def list_of(values: Iterable[Value]) -> Seq:
    """Values as the value that becomes a list in the worker: a list of arrays, for example."""
    return Seq("list", list(values))


def listed(
    elements: st.SearchStrategy[Any], min_size: int = 1, max_size: int = 3
) -> st.SearchStrategy[Seq]:
    """Lists of so many elements, each drawn on its own: parameters of layers, batches, pairs.

    A list of pairs is `listed(st.tuples(x, y).map(tuple_of))`.
    """
    return st.lists(elements, min_size=min_size, max_size=max_size).map(list_of)


def tuple_of(values: Iterable[Value]) -> Seq:
    """Values as the value that becomes a tuple in the worker."""
    return Seq("tuple", list(values))


def dict_of(items: Mapping[Value, Value]) -> Map:
    """Keys and values as the value that becomes a dict in the worker: parameters by their names."""
    return Map(list(items.items()))
