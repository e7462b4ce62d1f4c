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

MAX_WEIGHT = 30_000_000
"""Bytes of memory that the values of one frame may take, beside the frame's own."""

_LENGTH = struct.Struct(">I")
_LARGE = 1 << 18

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


def decode(
    body: bytes | memoryview,
    decoder: "msgspec.msgpack.Decoder[Any]" = _decoder,
    most: int | None = MAX_WEIGHT,
) -> Any:
    """The message in a frame's body; raises ProtocolError for anything else.

    `most` is what its values may weigh; None where the sender is trusted.
    """
    return _weighed(body, decoder, most)[0]


def _weighed(
    body: bytes | memoryview, decoder: "msgspec.msgpack.Decoder[Any]", most: int | None
) -> tuple[Any, int]:
    """The message, and what it weighs."""
    weight = 0 if most is None else measure.weight(body, most)
    if most is not None and weight > most:
        raise ProtocolError(f"a frame whose values need more than {most >> 20} MB of memory")
    try:
        return decoder.decode(body), weight
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise ProtocolError(f"not a message: {str(error)[:200]}") from None
    except MemoryError:
        raise ProtocolError("a frame that the memory of this machine has no room for") from None


class Inbox:
    """Takes bytes and gives messages: cuts a stream into frames, however it is split.

    `most` is what the values of one frame may weigh; None where the sender is trusted. `weight` is
    what all of them have weighed.
    """

    def __init__(
        self,
        decoder: "msgspec.msgpack.Decoder[Any]" = _decoder,
        most: int | None = MAX_WEIGHT,
    ) -> None:
        self._buffer, self._decoder, self._most = bytearray(), decoder, most
        self.weight = 0

    def feed(self, data: bytes) -> None:
        """Take bytes that came from the stream."""
        try:
            self._buffer += data
        except MemoryError:
            raise ProtocolError("a frame that the memory of this machine has no room for") from None

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
        message, weight = _weighed(self._cut(end), self._decoder, self._most)
        self.weight += weight
        return message

    def _cut(self, end: int) -> bytes | memoryview:
        """The body of the first frame, which ends at `end`, taken out of the buffer."""
        if end < _LARGE:
            body = bytes(self._buffer[_LENGTH.size : end])
            del self._buffer[:end]
            return body
        # What follows a large frame is less than it, and a copy of that is the smaller one.
        whole, self._buffer = self._buffer, self._buffer[end:]
        return memoryview(whole).toreadonly()[_LENGTH.size : end]

    @property
    def empty(self) -> bool:
        """Whether there is no part of an unfinished frame."""
        return not self._buffer
