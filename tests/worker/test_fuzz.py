"""Hostile bytes for the decoder, hostile objects for the encoder: at most a ProtocolError."""

import struct
import tracemalloc

import msgspec
import numpy as np
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import wire
from grader.course.course import Course
from grader.judge import notation
from grader.judge.compare import difference
from grader.wire.frames import Inbox
from grader.wire.messages import Packet, Reply, Returned
from grader.wire.values import Array, ProtocolError, Seq
from grader.worker import values

ROOM = 4 << 20
"""Bytes that decoding a few hundred may take: nothing is allocated because a header says so."""

TAGS = [kind.__name__ for kind in Packet.__subclasses__()]
PARTS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=16)
    | st.sampled_from([*TAGS, "float32", "tensor", "object"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=20,
)
NEARLY = st.builds(lambda tag, rest: [tag, *rest], st.sampled_from(TAGS), st.lists(PARTS))
"""What a message looks like, with anything in its fields."""


def framed(body: bytes) -> bytes:
    """A body behind its true length."""
    return struct.pack(">I", len(body)) + body


def read(data: bytes) -> list:
    """All messages in the bytes; stops at a ProtocolError."""
    inbox, found = Inbox(), []
    inbox.feed(data)
    try:
        while (message := inbox.next()) is not None:
            found.append(message)
    except ProtocolError:
        pass
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(NEARLY | PARTS, max_size=3), st.integers(0, 3))
def test_messages_with_anything_in_their_fields(bodies, cut):
    """They decode to messages, or are refused, and take no more memory than they have bytes for."""
    data = b"".join(framed(msgspec.msgpack.encode(body)) for body in bodies)
    tracemalloc.start()
    try:
        found = read(data[: len(data) - cut])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert all(isinstance(message, Packet) for message in found)
    assert peak < ROOM


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_true_frame_with_bytes_changed(data):
    """Bits that flip give another message or a refusal, whatever they hit."""
    value = Seq("list", [1, "a", Array("array", "float32", (1, 2), memoryview(bytes(8)))])
    frame = bytearray(wire.frame(Reply(1, Returned(value, "out"))))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    for message in read(bytes(frame)):
        assert isinstance(message, Packet)


@given(st.sampled_from([b"\xdf", b"\xdd", b"\xdb", b"\xc6", b"\xc9"]), st.binary(max_size=9))
def test_a_header_that_claims_four_billion_items(head, rest):
    """Maps, arrays, strings, bytes and extensions of 2^32 - 1 items: refused, not allocated."""
    tracemalloc.start()
    try:
        with pytest.raises(ProtocolError):
            wire.decode(b"\x93\xa5Reply\x01\x93\xa8Returned" + head + b"\xff" * 4 + rest)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < ROOM


def nested(levels: int) -> bytes:
    """A reply whose value is a list in a list, and so on."""
    head = msgspec.msgpack.encode(["Reply", 1, ["Returned"]])[:-10] + b"\x92\xa8Returned"
    return head + b"\x93\xa3Seq\xa4list\x91" * levels + b"\xc0"


def test_however_deep_a_value_is_it_is_refused_or_judged():
    """The judge walks values: what decodes is not so deep that a walk ends in a RecursionError."""
    check = Course(ROOT / "tests" / "toy").lesson("ex1").exercise.checks[0]
    refused = 0
    for levels in (1, 10, 100, 200, 300, 500, 1000, 10_000):
        try:
            outcome = wire.decode(nested(levels)).outcome
        except ProtocolError:
            refused += 1
            continue
        assert difference(outcome, outcome, check, {}) is None
        assert notation.brief(outcome.value)
    assert 1 <= refused < 8


class Liar:
    """Answers every question wrongly, or not at all."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __eq__(self, other):
        return True

    __hash__ = None
    __len__ = __index__ = __float__ = __array__ = __iter__ = __bool__ = None


class LyingArray(np.ndarray):
    """An array that is somebody else when it is asked."""

    def tobytes(self, *arguments):
        """Not its bytes."""
        return b"\xff" * 10**6

    shape = property(lambda self: (2**40,))
    dtype = property(lambda self: np.dtype(object))
    nbytes = property(lambda self: 0)


class LyingList(list):
    """A list that has other items each time."""

    def __iter__(self):
        return iter(range(10**9))

    def __len__(self):
        return -1


class LyingFloat(float):
    """Whatever is added to it."""

    def __add__(self, other):
        return "not a float"

    __float__ = __radd__ = __add__


class LyingText(str):
    """Text that is other text."""

    def __str__(self):
        return "x" * 10**6

    __len__ = __getitem__ = encode = None


def cycle() -> list:
    """A list that holds itself."""
    loop: list = []
    loop.append(loop)
    return loop


HOSTILE = [
    Liar(),
    Liar,
    np.arange(3.0).view(LyingArray),
    LyingList([1, 2]),
    LyingFloat(1.5),
    LyingText("text"),
    cycle(),
    10**5000,
    float("nan"),
    np.array([object()]),
    np.array(["a" * 99]),
    np.zeros((0, 2**40)),
    np.broadcast_to(np.float64(0), (2**20, 2**20)),
    np.datetime64("2020-01-01"),
    "\ud800 a lone surrogate",
    (n for n in range(3)),
    type("N" * 500, (), {"__module__": 7})(),
    lambda: None,
]
OBJECTS = st.recursive(
    # By number: Hypothesis would ask the objects themselves who they are.
    st.integers(0, len(HOSTILE) - 1).map(lambda number: HOSTILE[number]),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | inner.map(lambda x: {1: x}),
    max_leaves=6,
)


class Box:
    """Holds an object that nobody is to look at before it is encoded, not to print it either."""

    def __init__(self, content):
        self.content = content


@settings(max_examples=200, deadline=None)
@given(OBJECTS.map(Box))
def test_hostile_objects_are_encoded_or_named(box):
    """Whatever a function returns becomes a frame that the judge reads and finds sound."""
    (reply,) = read(wire.frame(Reply(1, Returned(values.to_wire(box.content)))))
    assert isinstance(reply, Reply)


def test_a_subclass_has_no_say_in_what_is_sent():
    """The value is the base class's."""
    assert values.to_wire(LyingFloat(1.5)) == 1.5
    assert values.to_wire(LyingText("text")) == "text"
    assert values.to_wire(LyingList([1, 2])) == Seq("list", [1, 2])


def test_a_lying_array_is_sent_by_its_bytes():
    """Shape, dtype and bytes are NumPy's own."""
    sent = values.to_wire(np.arange(3.0).view(LyingArray))
    assert sent.numpy().tolist() == [0.0, 1.0, 2.0]
