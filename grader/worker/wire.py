"""Frames between judge and worker: a length and a validated msgpack body; never pickle.

A frame is four bytes (its length, big-endian) and one msgpack-encoded message. Arrays travel
as raw bytes inside it. Every message is one of the structs below and nothing else decodes.
"""

import math
import struct
from typing import Annotated, Any, Literal

import msgspec
import numpy as np

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


class Prepared(Message):
    """The first reply to Load: limits are set, checks.py is loaded, and from now on the
    student's code runs. A fault before it is ours."""


class Loaded(Message):
    """The second reply to Load. `readable` is false when no unit could be parsed."""

    found: dict[Name, Found]
    problems: Annotated[list[Problem], msgspec.Meta(max_length=100)]
    readable: bool = True


class Call(Message):
    """Run one check on one set of inputs (by parameter name)."""

    number: int
    check: str
    inputs: dict[str, Value]


class Reply(Message):
    """The one answer to the Call of the same number."""

    number: int
    outcome: Outcome


class Ready(Message):
    """The zygote has imported what it preloads; `versions` by package name."""

    versions: dict[str, str]


class Fork(Message):
    """Host to zygote: fork a worker on the descriptor that comes with this frame."""

    scratch: str
    memory: int


class Forked(Message):
    """Zygote to host: the worker's process id."""

    pid: int


class Reap(Message):
    """Host to zygote: end this worker, if it still runs, and tell how it ended."""

    pid: int
    kill: bool


class Reaped(Message):
    """Zygote to host: the wait status of a worker, as from os.waitpid."""

    pid: int
    status: int


class Refused(Message):
    """Zygote or worker to host: it did not go on, and why. Never the student's fault."""

    reason: str


AnyMessage = (
    Load | Prepared | Loaded | Call | Reply | Ready | Fork | Forked | Reap | Reaped | Refused
)

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(AnyMessage)


def frame(message: Message) -> bytes:
    """The message as a frame; raises ProtocolError when it is longer than MAX_FRAME."""
    body = _encoder.encode(message)
    if len(body) > MAX_FRAME:
        raise ProtocolError(f"a frame of {len(body)} bytes; at most {MAX_FRAME} are sent")
    return _LENGTH.pack(len(body)) + body


def decode(body: bytes | memoryview) -> Any:
    """The message in a frame's body; raises ProtocolError for anything else."""
    if len(body) > _SMALL_FRAME and objects(body, MAX_OBJECTS) > MAX_OBJECTS:
        raise ProtocolError(f"a frame of more than {MAX_OBJECTS} values")
    try:
        return _decoder.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise ProtocolError(f"not a message: {str(error)[:200]}") from None


# By the first byte of a msgpack value: its bytes in all; or how many bytes of length follow;
# or these, and how many values one of that length stands for.
_FIXED = {0xCA: 5, 0xCB: 9, 0xCC: 2, 0xCD: 3, 0xCE: 5, 0xCF: 9, 0xD0: 2, 0xD1: 3, 0xD2: 5}
_FIXED |= {0xD3: 9, 0xD4: 3, 0xD5: 4, 0xD6: 6, 0xD7: 10, 0xD8: 18}
_BYTES = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}
_EXTENSIONS = {0xC7: 1, 0xC8: 2, 0xC9: 4}
_VALUES = {0xDC: (2, 1), 0xDD: (4, 1), 0xDE: (2, 2), 0xDF: (4, 2)}


def objects(body: bytes | memoryview, most: int) -> int:
    """How many values a msgpack body has, counted up to a little above `most`; none is made."""
    at, count, left = 0, 0, 1
    while left and at < len(body) and count <= most:
        tag, left, count = body[at], left - 1, count + 1
        at += 1
        if 0x80 <= tag < 0xA0:
            left += (tag & 15) * (1 if tag >= 0x90 else 2)
        elif 0xA0 <= tag < 0xC0:
            at += tag & 31
        elif tag in _FIXED:
            at += _FIXED[tag] - 1
        elif size := _BYTES.get(tag) or _EXTENSIONS.get(tag):
            at += size + int.from_bytes(body[at : at + size], "big") + (tag in _EXTENSIONS)
        elif tag in _VALUES:
            size, weight = _VALUES[tag]
            left += weight * int.from_bytes(body[at : at + size], "big")
            at += size
    return count


class Inbox:
    """Bytes in, messages out: cuts a stream into frames, however it is split."""

    def __init__(self) -> None:
        self._buffer = bytearray()

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
        return decode(body)

    @property
    def empty(self) -> bool:
        """Whether nothing is left of a frame that has begun."""
        return not self._buffer
