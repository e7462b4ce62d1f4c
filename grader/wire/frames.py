"""Frames: a length and a validated msgpack body; never pickle.

A frame is four bytes (its length, big-endian) and one msgpack-encoded message. Arrays travel
as raw bytes inside it. Every message is one of the structs of this package; nothing else is
decoded.
"""

import struct
from typing import Any

import msgspec

from grader.wire import measure
from grader.wire.messages import (
    Ask,
    Call,
    Load,
    Loaded,
    Prepared,
    Raised,
    Refused,
    Reply,
    Said,
)
from grader.wire.values import Inputs, Packet, ProtocolError

MAX_FRAME = 64 * 1024 * 1024
"""Bytes that one frame may have; a longer one is a protocol error."""

MAX_OBJECTS = 300_000
"""How many values one frame may have: each takes the reader up to a hundred times its bytes."""

_LENGTH = struct.Struct(">I")
_SMALL_FRAME = 1 << 20

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(
    Load | Prepared | Loaded | Call | Reply | Refused | Ask | Said | Raised
)


def frame(message: Packet) -> bytes:
    """The message as a frame; raises ProtocolError when it is longer than MAX_FRAME."""
    body = _encoder.encode(message)
    if len(body) > MAX_FRAME:
        raise ProtocolError(f"a frame of {len(body)} bytes; at most {MAX_FRAME} are sent")
    return _LENGTH.pack(len(body)) + body


def identity(inputs: Inputs) -> bytes:
    """Bytes that are equal for two inputs if, and only if, the inputs are equal."""
    return _encoder.encode(Call(0, "", inputs))


def decode(body: bytes | memoryview, decoder: "msgspec.msgpack.Decoder[Any]" = _decoder) -> Any:
    """The message in a frame's body; raises ProtocolError for anything else."""
    if len(body) > _SMALL_FRAME and measure.objects(body, MAX_OBJECTS) > MAX_OBJECTS:
        raise ProtocolError(f"a frame of more than {MAX_OBJECTS} values")
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise ProtocolError(f"not a message: {str(error)[:200]}") from None


class Inbox:
    """Takes bytes and gives messages: cuts a stream into frames, however it is split."""

    def __init__(self, decoder: "msgspec.msgpack.Decoder[Any]" = _decoder) -> None:
        self._buffer, self._decoder = bytearray(), decoder

    def feed(self, data: bytes) -> None:
        """Take bytes that came from the stream."""
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
        """Whether there is no part of an unfinished frame."""
        return not self._buffer
