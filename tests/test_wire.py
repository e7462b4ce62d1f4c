"""Frames: what goes in comes out, and nothing else does."""

import struct

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.worker import wire
from grader.worker.wire import (
    Array,
    Call,
    Inbox,
    Map,
    Number,
    Opaque,
    ProtocolError,
    Reply,
    Returned,
    Seq,
)

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text()
    | st.builds(Number, st.text(), st.floats(allow_nan=False))
    | st.builds(Opaque, st.text())
    | st.lists(st.floats(width=32), max_size=4).map(
        lambda x: Array("tensor", "float32", (len(x),), memoryview(struct.pack(f"{len(x)}f", *x)))
    ),
    lambda inner: (
        st.builds(Seq, st.sampled_from(["list", "tuple"]), st.lists(inner, max_size=3))
        | st.builds(Map, st.lists(st.tuples(inner, inner), max_size=3))
    ),
    max_leaves=8,
)


@given(VALUES, st.integers(1, 7))
def test_a_frame_survives_however_it_is_split(value, step):
    """A message decodes to itself, whatever pieces its frame comes in."""
    message = Reply(3, Returned(value, "printed"))
    data = wire.frame(message) * 2
    inbox, found = Inbox(), []
    for start in range(0, len(data), step):
        inbox.feed(data[start : start + step])
        while (decoded := inbox.next()) is not None:
            found.append(decoded)
    assert found == [message, message]
    assert inbox.empty


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_hostile_bytes_are_a_protocol_error_or_nothing(data):
    """No bytes make the decoder fail in another way, or allocate what a header claims."""
    inbox = Inbox()
    inbox.feed(data)
    try:
        while inbox.next() is not None:
            pass
    except ProtocolError:
        pass


def test_a_frame_that_claims_too_much_is_refused_before_it_is_read():
    """Four bytes are enough to refuse a frame of four gigabytes."""
    inbox = Inbox()
    inbox.feed(b"\xff\xff\xff\xff")
    with pytest.raises(ProtocolError, match="at most"):
        inbox.next()


def test_deep_nesting_is_a_protocol_error():
    """A message nested 100,000 deep ends in an error, not in a crash."""
    body = b"\x91" * 100_000 + b"\xc0"
    with pytest.raises(ProtocolError):
        wire.decode(body)


@pytest.mark.parametrize(
    "array",
    [
        Array("array", "float32", (3,), memoryview(b"\0" * 8)),
        Array("array", "float32", (-1, -3), memoryview(b"\0" * 12)),
        Array("array", "object", (1,), memoryview(b"\0" * 8)),
        Array("array", "float32", (2**62, 4), memoryview(b"")),
    ],
)
def test_an_array_that_does_not_fit_its_bytes_is_a_protocol_error(array):
    """Shape, dtype and bytes must agree before NumPy sees them."""
    with pytest.raises(ProtocolError):
        array.numpy()


def test_an_unknown_message_does_not_decode():
    """Only the structs of the protocol exist."""
    with pytest.raises(ProtocolError):
        wire.decode(msgspec.msgpack.encode(["Exec", "import os"]))


def test_a_frame_that_is_too_long_is_not_sent(monkeypatch):
    """The sender finds out, not the receiver."""
    monkeypatch.setattr(wire, "MAX_FRAME", 10)
    with pytest.raises(ProtocolError, match="at most 10"):
        wire.frame(Call(1, "a_long_name_of_a_check", {}))
