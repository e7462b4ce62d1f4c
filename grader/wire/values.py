"""Values that cross between judge and worker: numbers, arrays, lists, dicts, and names of the rest.

The class names are the format of every answer key, which is tagged with them.
"""

import math
from typing import Annotated, Literal

import msgspec
import numpy as np

from grader.text import Message

# The worker cuts texts, and the judge checks that: a student's code could write to the channel.
Name = Annotated[str, msgspec.Meta(max_length=1000)]
Text = Annotated[str, msgspec.Meta(max_length=25_000)]

_INTEGERS = [f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)]
_FLOATS = ["float16", "float32", "float64", "complex64", "complex128"]

DTYPES = {name: np.dtype(name) for name in ["bool", *_INTEGERS, *_FLOATS]}
DTYPES["bfloat16"] = DTYPES["float32"]
"""How the numbers of an array travel, by the name of its dtype."""


class ProtocolError(Exception):
    """The other end sent something that is not a frame of this protocol."""


class Packet(
    msgspec.Struct,
    frozen=True,
    array_like=True,
    tag=True,
    tag_field="tag",
    forbid_unknown_fields=True,
):
    """The base of every struct on the wire: frozen, compact, tagged by its name."""


class Array(Packet):
    """Numbers with a shape. `kind` says which type of object holds them in the worker.

    `dtype` is the name of the dtype there; bfloat16 travels as bytes of float32.
    """

    kind: Literal["array", "tensor", "variable"]
    dtype: str
    shape: tuple[int, ...]
    data: memoryview

    def __post_init__(self) -> None:
        """Raise ProtocolError when dtype, shape and bytes do not fit together."""
        dtype, shape = DTYPES.get(self.dtype), self.shape
        fits = not shape or (len(shape) <= 32 and min(shape) >= 0 and max(shape) < 2**31)
        if dtype is None or not fits:
            raise ProtocolError(f"no array of dtype {self.dtype[:40]!r} and shape {shape[:40]}")
        size = math.prod(shape)
        if size * dtype.itemsize != len(self.data):
            raise ProtocolError(f"{len(self.data)} bytes do not fill {dtype}{list(shape)}")
        # NumPy also multiplies the other dimensions of an empty array.
        if size == 0 and math.prod(n or 1 for n in shape) >= 2**48:
            raise ProtocolError(f"no array has the shape {shape}")

    def numpy(self) -> np.ndarray:
        """The numbers as a read-only array of `shape`."""
        return np.frombuffer(self.data, DTYPES[self.dtype]).reshape(self.shape)


class Number(Packet):
    """A real number of another type than int or float: a Fraction, a Decimal, a huge int."""

    type: Name
    value: float


class Seq(Packet):
    """A list or a tuple."""

    kind: Literal["list", "tuple"]
    items: list["Value"]


class Map(Packet):
    """A dict, in its order."""

    items: list[tuple["Value", "Value"]]


class Opaque(Packet):
    """An object whose type is not in the protocol. Its type is named, and it is not sent.

    `note` says more than the type: that the object is too large, for example.
    """

    type: Name
    note: Message | None = None


Value = None | bool | int | float | Text | Array | Number | Seq | Map | Opaque

Inputs = dict[str, Value]
"""The inputs of a check, by parameter name."""
