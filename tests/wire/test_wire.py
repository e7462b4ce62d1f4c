"""Frames: what goes in comes out, and nothing else does."""

import struct

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import wire
from grader.text import Message
from grader.wire import frames, measure
from grader.wire.frames import Inbox
from grader.wire.messages import Call, Found, Line, Loaded, Raised, Reply, Returned, SourceProblem
from grader.wire.values import Array, Map, Number, Opaque, ProtocolError, Seq
from grader.worker import values

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
    ("dtype", "shape", "data"),
    [
        ("float32", (3,), b"\0" * 8),
        ("float32", (-1, -3), b"\0" * 12),
        ("object", (1,), b"\0" * 8),
        ("float32", (2**62, 4), b""),
        ("float32", (2**62, 0), b""),
        ("float32", (2**30, 2**30, 0), b""),
        ("float32", (1,) * 33, b"\0" * 4),
    ],
)
def test_an_array_that_does_not_fit_its_bytes_does_not_decode(dtype, shape, data):
    """Shape, dtype and bytes must agree before there is an array, here and on the wire."""
    with pytest.raises(ProtocolError):
        Array("array", dtype, shape, memoryview(data))
    value = ["Array", "array", dtype, shape, data]
    with pytest.raises(ProtocolError):
        wire.decode(msgspec.msgpack.encode(["Reply", 1, ["Returned", value]]))


def weight(thing):
    """What a value weighs, as a decoder arrives at it: each key and item, and long texts."""
    if isinstance(thing, dict):
        return 100 + sum(weight(key) + weight(value) for key, value in thing.items())
    if isinstance(thing, list):
        return 100 + sum(map(weight, thing))
    size = len(thing.encode()) if isinstance(thing, str) else 0
    return 100 + (4 * size if size > 31 else 0)


@given(VALUES)
def test_values_are_weighed_without_making_them(value):
    """The weight is the one that a decoder arrives at."""
    body = msgspec.msgpack.encode(Reply(3, Returned(value, "printed")))
    assert measure.weight(body, 10**6) == weight(msgspec.msgpack.decode(body))


@pytest.mark.parametrize(
    "thing",
    [
        {"a": [1, 2.5], "b": {"c": b"x" * 300}},
        [-(2**63), 2**64 - 1, -1, -200, 70_000, 2**33, "x" * 70_000, b"y" * 70_000],
        [msgspec.msgpack.Ext(5, b"z" * size) for size in (1, 2, 3, 4, 8, 16, 300, 70_000)],
        dict.fromkeys(map(str, range(70_000))),
        [[]] * 70_000,
    ],
    ids=["nested", "scalars", "extensions", "map", "list"],
)
def test_every_form_of_msgpack_is_weighed(thing):
    """One after such a value is weighed too, so that its length is known."""
    assert measure.weight(msgspec.msgpack.encode([thing, 1]), 10**9) == weight([thing, 1])


@pytest.mark.parametrize(
    "item",
    [b"\xc0", b"\xa2no", b"\x93\xa3Seq\xa4list\x90", b"\x93\xa6Opaque\xa0\xc0"],
    ids=["nothing", "text", "lists", "names"],
)
def test_a_small_frame_of_many_values_is_refused_before_they_are_made(item):
    """A megabyte that would be seventeen: no frame is too small to be weighed."""
    count = 310_000
    head = b"\x93\xa5Reply\x01\x93\xa8Returned\x93\xa3Seq\xa4list\xdd"
    with pytest.raises(ProtocolError, match="values"):
        wire.decode(head + count.to_bytes(4, "big") + item * count + b"\xa0")


def test_texts_that_are_wider_in_memory_than_on_the_wire_are_refused():
    """One snake makes each letter beside it four bytes wide."""
    text = "🐍" + "x" * 20_000
    message = Reply(1, Returned(Seq("list", [text] * 1000)))
    with pytest.raises(ProtocolError, match="memory"):
        wire.decode(wire.frame(message)[4:])


def test_what_a_worker_sends_at_most_is_taken():
    """The bounds of its encoder lie within those of the judge's decoder."""
    texts = [chr(0x1F40D) * 2000] * 2000
    for value in (texts, [[None]] * 9000, [{1: ()}] * 6000, [np.float32(1)] * 19_000):
        sent = values.to_wire(value)
        message = Reply(1, Returned(sent))
        assert wire.decode(wire.frame(message)[4:]) == message


def test_no_room_for_a_frame_is_a_protocol_error():
    """Memory that runs out over what a worker sends is not the judge's fault."""

    class Full:
        def decode(self, body):
            raise MemoryError

    with pytest.raises(ProtocolError, match="no room"):
        wire.decode(b"\xc0", Full())  # type: ignore[arg-type]


def test_frames_weigh_together():
    """An inbox adds up what its frames weighed."""
    inbox = Inbox()
    data = wire.frame(Reply(3, Returned(None, "printed")))
    inbox.feed(data * 2)
    inbox.next()
    once = inbox.weight
    inbox.next()
    assert inbox.weight == 2 * once > 0


def test_a_large_frame_of_many_values_is_refused_before_they_are_made():
    """A byte each on the wire, they would be eight in memory, or a hundred."""
    count = 2_000_000
    body = b"\xdd" + count.to_bytes(4, "big") + b"\xc0" * count
    with pytest.raises(ProtocolError, match="values"):
        wire.decode(body)


@pytest.mark.parametrize(
    "message",
    [
        Reply(1, Returned(Opaque("x" * 2000))),
        Reply(1, Returned(Number("x" * 2000, 1.0))),
        Reply(1, Returned("x" * 30_000)),
        Reply(1, Returned(None, "x" * 30_000)),
        Reply(1, Raised("x" * 2000, "")),
        Reply(1, Raised("E", "x" * 30_000)),
        Reply(1, Raised("E", "", [Line("f", 1, "g", "")] * 200)),
        Reply(1, Raised("E", "", asked=["E"] * 200)),
        Reply(1, Raised("E", "", asked=["x" * 2000])),
        Loaded({"mean": Found("function", True, "x" * 2000)}, []),
        Loaded({}, [SourceProblem("mean.py", 1, Message(""))] * 200),
    ],
)
def test_texts_and_lists_of_a_reply_are_bounded(message):
    """What a worker cuts, its judge measures."""
    with pytest.raises(ProtocolError, match="length"):
        wire.decode(wire.frame(message)[4:])


def test_an_unknown_message_does_not_decode():
    """Only the structs of the protocol exist."""
    with pytest.raises(ProtocolError):
        wire.decode(msgspec.msgpack.encode(["Exec", "import os"]))


def test_a_frame_that_is_too_long_is_not_sent(monkeypatch):
    """The sender finds out, not the receiver."""
    monkeypatch.setattr(frames, "MAX_FRAME", 10)
    with pytest.raises(ProtocolError, match="at most 10"):
        wire.frame(Call(1, "a_long_name_of_a_check", {}))


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ((-1,), 0),
        ((-2, -2), 4),
        ((2**31, 0), 0),
        ((1,) * 33, 1),
        ((3,), 2),
        ((), 0),
        ((2**30, 2**30, 0), 0),
    ],
)
def test_no_array_has_such_a_shape(shape, size):
    """Negative, too long, of too many axes, not of its bytes; or empty, and NumPy refuses it."""
    with pytest.raises(ProtocolError):
        Array("array", "uint8", shape, memoryview(bytes(size)))


@pytest.mark.parametrize("shape", [(), (1,), (0,), (2, 0, 3), (1,) * 32, (2**31 - 1, 0)])
def test_an_array_may_have_any_other_shape(shape):
    """A scalar, an empty one, one with 32 axes."""
    made = Array("array", "uint8", shape, memoryview(bytes(int(np.prod(shape)))))
    assert made.numpy().shape == shape
