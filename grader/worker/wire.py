"""Frames between judge and worker: a length and a validated msgpack body; never pickle.

A frame is four bytes (its length, big-endian) and one msgpack-encoded message. Arrays travel
as raw bytes inside it. Every message is one of the structs below and nothing else decodes.
"""

import math
import struct
from typing import Annotated, Any, Literal

import msgspec
import numpy as np

from grader.worker import measure

MAX_FRAME = 64 * 1024 * 1024
"""Bytes that one frame may have; a longer one is a protocol error."""

MAX_OBJECTS = 300_000
"""Values that one frame may have: each costs the reader up to a hundred times its bytes."""

_LENGTH = struct.Struct(">I")
_SMALL_FRAME = 1 << 20

# What a worker cuts, its judge measures: a student's code may write to the channel itself.
Name = Annotated[str, msgspec.Meta(max_length=1000)]
Text = Annotated[str, msgspec.Meta(max_length=25_000)]

_INTEGERS = [f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)]
_FLOATS = ["float16", "float32", "float64", "complex64", "complex128"]

DTYPES = {name: np.dtype(name) for name in ["bool", *_INTEGERS, *_FLOATS]}
DTYPES["bfloat16"] = DTYPES["float32"]
"""How the numbers of an array travel, by the name of its dtype."""


class ProtocolError(Exception):
    """The other end sent something that is not a frame of this protocol."""


class Message(
    msgspec.Struct,
    frozen=True,
    array_like=True,
    tag=True,
    tag_field="tag",
    forbid_unknown_fields=True,
):
    """What every struct on the wire has in common: frozen, compact, tagged by its name."""


# --- values --------------------------------------------------------------------------------


class Array(Message):
    """Numbers with a shape. `kind` says what holds them in the worker.

    `dtype` is the name that its owner gives it; bfloat16 travels as float32 bytes.
    """

    kind: Literal["array", "tensor", "variable"]
    dtype: str
    shape: tuple[int, ...]
    data: memoryview

    def __post_init__(self) -> None:
        """Raise ProtocolError when dtype, shape and bytes do not fit: no such array is made."""
        dtype, shape = DTYPES.get(self.dtype), self.shape
        if dtype is None or len(shape) > 32 or any(not 0 <= n < 2**31 for n in shape):
            raise ProtocolError(f"no array of dtype {self.dtype[:40]!r} and shape {shape[:40]}")
        if math.prod(shape) * dtype.itemsize != len(self.data):
            raise ProtocolError(f"{len(self.data)} bytes do not fill {dtype}{list(shape)}")
        # NumPy multiplies the other dimensions of an empty array, too.
        if math.prod(n or 1 for n in shape) >= 2**48:
            raise ProtocolError(f"no array has the shape {shape}")

    def numpy(self) -> np.ndarray:
        """The numbers as a read-only array of `shape`."""
        return np.frombuffer(self.data, DTYPES[self.dtype]).reshape(self.shape)


class Number(Message):
    """A real number of another type than int or float: a Fraction, a Decimal, a huge int."""

    type: Name
    value: float


class Seq(Message):
    """A list or a tuple."""

    kind: Literal["list", "tuple"]
    items: list["Value"]


class Map(Message):
    """A dict, in its order."""

    items: list[tuple["Value", "Value"]]


class Opaque(Message):
    """An object whose type is not in the protocol: named, not sent."""

    type: Name


Value = None | bool | int | float | Text | Array | Number | Seq | Map | Opaque


# --- outcomes ------------------------------------------------------------------------------


class Line(Message):
    """A line of the student's that stands in a traceback."""

    file: Name
    number: int
    function: Name
    text: Name


class Returned(Message):
    """The call came back with a value."""

    value: Value
    output: Text = ""


class Raised(Message):
    """The call raised. `lines` are the student's own lines of the traceback, innermost last.

    `note` says what the worker knows beyond the message (why a name is missing, say).
    """

    type: Name
    message: Text
    lines: Annotated[list[Line], msgspec.Meta(max_length=100)] = []
    note: Text = ""
    output: Text = ""


Outcome = Returned | Raised


# --- requests and replies ------------------------------------------------------------------


class Unit(Message):
    """A piece of source that is executed as one: a file, or a notebook's cell.

    A cell may have magics, shell lines and `await` at its top level.
    """

    label: str
    source: str
    cell: bool = False


class Load(Message):
    """Take the submission: execute what the functions `roots` need.

    `given` are the exercise's own modules, executed whole when imported; `siblings` are the
    student's, taken in slices as the submission itself is. Both by module name. `seed` is where
    all random numbers begin.
    """

    module: str
    units: list[Unit]
    roots: list[str]
    checks: str
    given: dict[str, str] = {}
    siblings: dict[str, str] = {}
    seed: int = 0


class Found(Message):
    """What the submission binds a graded name to. `signature` is empty when it has none."""

    type: Name
    callable: bool
    signature: Name = ""


class Problem(Message):
    """Something that concerns the file as a whole: where, what, and the source's line."""

    where: Name
    line: int
    message: Text
    text: Name = ""


class Missing(Message):
    """Why a graded name has no value. `failed`: its definition was tried, or can't be read."""

    reason: Text
    failed: bool


class Prepared(Message):
    """The first reply to Load, before a line of the student's is parsed: locked down, checks.py
    loaded. What fails before it is our failure, and what fails after it is the student's.
    """


class Loaded(Message):
    """The second reply to Load. `found` and `missing` are graded names; of one that stands nowhere
    nothing is said. `readable` is false when no unit could be parsed.
    """

    found: dict[Name, Found]
    problems: Annotated[list[Problem], msgspec.Meta(max_length=100)]
    readable: bool = True
    missing: dict[Name, Missing] = {}


class Call(Message):
    """Run one check on one set of inputs (by parameter name)."""

    number: int
    check: str
    inputs: dict[str, Value]


class Reply(Message):
    """The one answer to the Call of the same number."""

    number: int
    outcome: Outcome


class Refused(Message):
    """Zygote or worker to host: it did not go on, and why. Never the student's fault."""

    reason: str


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Load | Prepared | Loaded | Call | Reply | Refused)


def frame(message: Message) -> bytes:
    """The message as a frame; raises ProtocolError when it is longer than MAX_FRAME."""
    body = _encoder.encode(message)
    if len(body) > MAX_FRAME:
        raise ProtocolError(f"a frame of {len(body)} bytes; at most {MAX_FRAME} are sent")
    return _LENGTH.pack(len(body)) + body


def decode(body: bytes | memoryview, decoder: "msgspec.msgpack.Decoder[Any]" = _decoder) -> Any:
    """The message in a frame's body; raises ProtocolError for anything else."""
    if len(body) > _SMALL_FRAME and measure.objects(body, MAX_OBJECTS) > MAX_OBJECTS:
        raise ProtocolError(f"a frame of more than {MAX_OBJECTS} values")
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise ProtocolError(f"not a message: {str(error)[:200]}") from None


class Inbox:
    """Bytes in, messages out: cuts a stream into frames, however it is split."""

    def __init__(self, decoder: "msgspec.msgpack.Decoder[Any]" = _decoder) -> None:
        self._buffer, self._decoder = bytearray(), decoder

    def feed(self, data: bytes) -> None:
        """Take what came from the stream."""
        self._buffer += data

    def next(self) -> Any:
        """The next whole message, or None until more bytes come."""
        if len(self._buffer) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._buffer)
        if length > MAX_FRAME:
            raise ProtocolError(f"a frame of {length} bytes; at most {MAX_FRAME} are read")
        end = _LENGTH.size + length
        if len(self._buffer) < end:
            return None
        body = bytes(self._buffer[_LENGTH.size : end])
        del self._buffer[:end]
        return decode(body, self._decoder)

    @property
    def empty(self) -> bool:
        """Whether nothing is left of a frame that has begun."""
        return not self._buffer
