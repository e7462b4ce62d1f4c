"""From live objects to wire values and back: arrays, tensors and variables by value.

Only types of the protocol are sent. Of anything else that a student's code returns, the type is
named. Objects are read through their base class (`np.ndarray.tobytes(x)`), so that a subclass with
methods of its own has no influence on what is sent.
"""

import decimal
import fractions
import sys

# Bound before any code of a student's runs, which may put others into `builtins`: another function
# of the file would lose its points in that.
from builtins import bool, dict, float, int, isinstance, len, list, str, tuple  # noqa: UP029
from typing import Any

import numpy as np

from grader import wire
from grader.text import Message
from grader.wire import Array, Map, Number, Opaque, Seq

MAX_DEPTH = 16
MAX_ITEMS = 20_000
MAX_BYTES = 48 * 1024 * 1024
MAX_TEXT = 20_000
_TEXT_WEIGHS = 8
"""How much of the room a byte of text takes: the judge gives it more of its memory than others."""

_ARRAYS = (np.ndarray, np.generic)
_CONTAINERS = (list, tuple, dict)
_OTHER_NUMBERS = (fractions.Fraction, decimal.Decimal)
_NAMES = {dtype: name for name, dtype in wire.DTYPES.items() if name != "bfloat16"}


class _TooMuch(Exception):
    """The value is too deep or too long to be sent; `note` says so."""

    def __init__(self, note: Message):
        self.note = note


def to_live(value: wire.Value) -> Any:
    """A new object for a wire value: nothing is shared between calls."""
    match value:
        case Array(kind="array"):
            return value.numpy().copy()
        case Array(kind="tensor"):
            return sys.modules["tensorflow"].constant(value.numpy())
        case Array(kind="variable"):
            return sys.modules["tensorflow"].Variable(value.numpy())
        case Seq(kind="list"):
            return [to_live(item) for item in value.items]
        case Seq(kind="tuple"):
            return tuple(to_live(item) for item in value.items)
        case Map():
            return {to_live(key): to_live(item) for key, item in value.items}
        case Number():
            return value.value
        case Opaque():
            raise TypeError(f"a {value.type} can't be made from its name")
        case _:
            return value


def to_wire(obj: Any) -> wire.Value:
    """The wire value of a live object; an Opaque where the protocol does not send it."""
    try:
        return _Encoder().encode(obj, 0)
    except _TooMuch as error:
        return Opaque(type_name(obj), error.note)


def type_name(obj: Any) -> str:
    """The name of an object's type as a student would write it, bounded.

    A class of TensorFlow's private copy of Keras has the name of one of Keras: its module is said.
    """
    kind = type(obj)
    name, whole = str(kind.__name__)[:80], str(kind.__module__)[:80]
    module = whole.split(".")[0][:40]
    if module == "tensorflow" and ".keras." in whole:
        return f"{whole}.{name}"
    return name if module in {"builtins", "numpy", "tensorflow"} else f"{module}.{name}"


class _Encoder:
    """One pass over one object, counting what it sends."""

    def __init__(self) -> None:
        self.items = 0
        self.room = MAX_BYTES

    def encode(self, obj: Any, depth: int) -> wire.Value:
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise _TooMuch(Message("that is too large or too deeply nested to send"))
        if obj is None or isinstance(obj, bool):
            return obj
        if isinstance(obj, _ARRAYS):
            # As the base class: a subclass has no influence on what is sent.
            return self._sent(_array("array", np.asarray(obj)))
        if isinstance(obj, int):
            return _integer(obj)
        if isinstance(obj, float):
            return float.__add__(obj, 0.0)
        if isinstance(obj, str):
            return self._sent(_text(str.__str__(obj)))
        if isinstance(obj, _CONTAINERS):
            return self._container(obj, depth)
        if isinstance(obj, _OTHER_NUMBERS):
            return Number(type_name(obj), float(obj))
        return self._sent(_tensor(obj))

    def _sent(self, value: wire.Value) -> wire.Value:
        """The value, if it fits into a frame together with those before it."""
        size = len(value.data) if isinstance(value, Array) else 0
        self.room -= _TEXT_WEIGHS * len(value.encode()) if isinstance(value, str) else size
        if self.room < 0:
            raise _TooMuch(Message("that is too large to send"))
        return value

    def _container(self, obj: Any, depth: int) -> wire.Value:
        if isinstance(obj, list):
            return Seq("list", [self.encode(x, depth + 1) for x in list.__iter__(obj)])
        if isinstance(obj, tuple):
            return Seq("tuple", [self.encode(x, depth + 1) for x in tuple.__iter__(obj)])
        pairs = list(dict.items(obj))
        return Map([(self.encode(k, depth + 1), self.encode(v, depth + 1)) for k, v in pairs])


def _integer(obj: int) -> wire.Value:
    number = int.__add__(obj, 0)
    if -(2**63) <= number < 2**63:
        return number
    try:
        return Number("int", float(number))
    except OverflowError:
        return Opaque("int", Message("too large to send"))


def _text(text: str) -> str:
    cut = text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"
    return cut.encode("utf-8", "replace").decode("utf-8")


def _array(kind: Any, array: np.ndarray, dtype: str | None = None) -> wire.Value:
    # Before any copy is made: a broadcast array is small, but its copy is not.
    if array.nbytes > MAX_BYTES:
        raise _TooMuch(
            Message(
                "of shape {shape}, {size} MB, that is too large to send",
                shape=array.shape,
                size=array.nbytes >> 20,
            )
        )
    name = _NAMES.get(array.dtype)
    if name is None:
        # Another byte order, bfloat16, or a dtype that is not sent.
        name = dtype or array.dtype.name
        if array.dtype.kind == "f" and array.itemsize > 8:  # np.longdouble: as right, rounded once
            name = "float64"
        if name not in wire.DTYPES:
            return Opaque(_holder(kind), Message("of dtype {dtype}", dtype=name))
        array = array.astype(wire.DTYPES[name])
    try:
        return Array(kind, name, array.shape, memoryview(array.tobytes()))
    except wire.ProtocolError:  # empty, and as long as no array that is sent
        return Opaque(_holder(kind), Message("of shape {shape}", shape=array.shape))


def _holder(kind: str) -> str:
    return "tf.Tensor" if kind == "tensor" else "numpy array"


def _tensor(obj: Any) -> wire.Value:
    """The wire value of a tensor, variable or sparse gradient, where TensorFlow is loaded."""
    tf = sys.modules.get("tensorflow")
    if tf is None:
        return Opaque(type_name(obj))
    if isinstance(obj, tf.IndexedSlices):
        obj = tf.convert_to_tensor(obj)
    if isinstance(obj, tf.Tensor):
        if not hasattr(obj, "numpy"):
            return Opaque("symbolic tensor")
        return _array("tensor", np.array(obj.numpy()), obj.dtype.name)
    keras = sys.modules.get("keras")
    if isinstance(obj, tf.Variable) or (keras is not None and isinstance(obj, keras.Variable)):
        return _array("variable", np.asarray(obj.numpy()))
    return Opaque(type_name(obj))
