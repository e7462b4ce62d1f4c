"""Frames between judge and worker: a length and a validated msgpack body; never pickle.

A frame is four bytes (its length, big-endian) and one msgpack-encoded message. Arrays travel
as raw bytes inside it. Every message is one of the structs below and nothing else decodes.
"""

import math
import struct
from typing import Any, Literal

import msgspec
import numpy as np

MAX_FRAME = 64 * 1024 * 1024
"""Bytes that one frame may have; a longer one is a protocol error."""

_LENGTH = struct.Struct(">I")

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

    def numpy(self) -> np.ndarray:
        """The numbers as a read-only array of `shape`; raises ProtocolError when they don't fit."""
        dtype, shape = DTYPES.get(self.dtype), self.shape
        if dtype is None or len(shape) > 32 or (shape and min(shape) < 0):
            raise ProtocolError(f"no array of dtype {self.dtype[:40]!r} and shape {shape[:40]}")
        if math.prod(shape) * dtype.itemsize != len(self.data):
            raise ProtocolError(f"{len(self.data)} bytes do not fill {dtype}{list(shape)}")
        return np.frombuffer(self.data, dtype).reshape(self.shape)


class Number(Message):
    """A real number of another type than int or float: a Fraction, a Decimal, a huge int."""

    type: str
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

    type: str


Value = None | bool | int | float | str | Array | Number | Seq | Map | Opaque


MAX_DEPTH = 16
MAX_ITEMS = 20_000
"""How deep and how large a value may be."""


def examine(value: Value) -> None:
    """Raise ProtocolError where a value is too deep, too large, or has a false array in it."""
    items, level = 0, [value]
    for _ in range(MAX_DEPTH + 1):
        items += len(level)
        if items > MAX_ITEMS:
            raise ProtocolError(f"a value of more than {MAX_ITEMS} parts")
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return
    raise ProtocolError(f"a value nested more than {MAX_DEPTH} deep")


def _parts(value: Value) -> list[Value]:
    match value:
        case Array():
            value.numpy()
            return []
        case Seq():
            return value.items
        case Map():
            return [part for pair in value.items for part in pair]
        case _:
            return []


# --- outcomes ------------------------------------------------------------------------------


class Line(Message):
    """A line of the student's that stands in a traceback."""

    file: str
    number: int
    function: str
    text: str


class Returned(Message):
    """The call came back with a value."""

    value: Value
    output: str = ""


class Raised(Message):
    """The call raised. `lines` are the student's own lines of the traceback, innermost last.

    `note` says what the worker knows beyond the message (why a name is missing, say).
    """

    type: str
    message: str
    lines: list[Line] = []
    note: str = ""
    output: str = ""


Outcome = Returned | Raised


# --- requests and replies ------------------------------------------------------------------


class Unit(Message):
    """A piece of source that is executed as one: a file, or a notebook's cell."""

    label: str
    source: str


class Load(Message):
    """Take the submission: execute what the functions `roots` need.

    `given` are the exercise's own modules, executed whole when imported; `siblings` are the
    student's, taken in slices as the submission itself is. Both by module name.
    """

    module: str
    units: list[Unit]
    roots: list[str]
    checks: str
    given: dict[str, str] = {}
    siblings: dict[str, str] = {}


class Found(Message):
    """What the submission binds a graded name to. `signature` is empty when it has none."""

    type: str
    callable: bool
    signature: str = ""


class Problem(Message):
    """Something that concerns the file as a whole: where, what, and the source's line."""

    where: str
    line: int
    message: str
    text: str = ""


class Loaded(Message):
    """The reply to Load. `readable` is false when no unit could be parsed."""

    found: dict[str, Found]
    problems: list[Problem]
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


class Prepared(Message):
    """Worker to host, once, before a line of the student's is parsed: locked down, checks loaded.

    What fails before it is our failure, and what fails after it is the student's.
    """


class Bounds(Message):
    """What a worker may use: bytes, seconds of processor time, and counts."""

    memory: int
    cpu_seconds: int
    processes: int
    open_files: int
    file_bytes: int
    scratch_bytes: int
    scratch_files: int
    output_bytes: int


class Setup(Message):
    """Host to zygote, once: what to import, how to lock workers down, what they may read.

    `imports` are what every checks.py imports: each worker would do it again. Of the `listable`
    folders workers may read the names only.
    """

    framework: str
    tier: Literal["open", "confined", "sealed"]
    imports: list[str] = []
    readable: list[str] = []
    listable: list[str] = []


class Ready(Message):
    """The zygote has imported what it preloads; `versions` by package name."""

    versions: dict[str, str]


class Fork(Message):
    """Host to zygote: fork a worker on the descriptor that comes with this frame.

    `user` is whom a worker of root's becomes.
    """

    scratch: str
    bounds: Bounds
    user: int = 0


class Layer(Message):
    """One step of the lockdown, tried: what it buys, and why it can't be had (empty: it can)."""

    name: str
    buys: str
    failure: str = ""


class Tried(Message):
    """Probe to host: the layers of a tier in their order, each tried after those that work."""

    layers: list[Layer]


class Forked(Message):
    """Zygote to host: the worker's process id."""

    pid: int


class Reap(Message):
    """Host to zygote: end this worker, if it still runs, and tell how it ended."""

    pid: int
    kill: bool


class Reaped(Message):
    """Zygote to host: the wait status of a worker, as from os.waitpid, and its last words."""

    pid: int
    status: int
    words: str = ""


class Refused(Message):
    """Zygote or worker to host: it did not go on, and why. Never the student's fault."""

    reason: str


AnyMessage = (
    Load
    | Prepared
    | Loaded
    | Call
    | Reply
    | Setup
    | Ready
    | Fork
    | Forked
    | Reap
    | Reaped
    | Refused
    | Tried
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
    try:
        return _decoder.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise ProtocolError(f"not a message: {str(error)[:200]}") from None


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
