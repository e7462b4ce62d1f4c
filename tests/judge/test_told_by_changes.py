"""A mistake that nobody wrote a file for is told by a change of the reference."""

import msgspec
import pytest

from grader.build.generate import build_key
from grader.course import AnswerKey, decode_key, encode_key
from grader.judge import Submission, diagnosis, judge
from grader.judge.changes import sketch
from grader.text import Message
from grader.wire import Seq, Unit

HEAD = "import numpy as np\n\n\n"
SPREAD = "def spread(x):\n    return np.min(x), np.max(x)\n\n\n"
MEAN = "def mean(x):\n    return np.mean(x, axis=0)\n\n\n"
SAYS = "the numbers show: these are the values of a right solution "


@pytest.fixture(scope="module")
def whole(toy, numpy_zygote) -> AnswerKey:
    """The toy's key with changes of its reference."""
    return build_key(toy, numpy_zygote)


@pytest.fixture
def told(toy, numpy_zygote, whole, monkeypatch):
    """What is said of a file: for each check that fails, the mistake's name and the details.

    Relations of the numbers come before changes, and these few numbers have many.
    """
    monkeypatch.setattr(diagnosis, "related", lambda *_: None)
    monkeypatch.setattr(diagnosis, "leaning", lambda *_: [])

    def graded(source, key=whole):
        submission = Submission("mean.py", (Unit("mean.py", HEAD + source),))
        checks = judge(toy, key, submission, numpy_zygote).checks
        return {
            c.name: (c.mistake and c.mistake.name, " / ".join(map(str, c.details)))
            for c in checks
            if c.verdict.value == "failed"
        }

    return graded


def test_a_mistake_without_a_file_is_told_by_the_change(told):
    """Whatever the student wrote: the values are those of the change, on all cases."""
    mine = MEAN + "def spread(x):\n    return sorted(x.ravel())[0], x.sum() / x.size\n"
    assert told(mine) == {
        "spread_values": (None, SAYS + "with `mean` in the place of `max`"),
    }


def test_a_key_without_changes_says_nothing(told, whole):
    """So it is the change that tells."""
    mine = MEAN + "def spread(x):\n    return np.min(x), np.mean(x)\n"
    bare = msgspec.structs.replace(whole, changes=[])
    assert told(mine, bare) == {"spread_values": (None, "")}


def test_values_that_are_nearly_those_of_a_change_are_not_told(told):
    """On inputs with three rows they are others: none of these need be among the kept cases."""
    odd = "    last = np.mean(x) + (len(x) == 3)\n    return np.min(x), last\n"
    assert told(MEAN + "def spread(x):\n" + odd) == {"spread_values": (None, "")}
    right = "    last = np.max(x) if len(x) == 3 else np.mean(x)\n    return np.min(x), last\n"
    assert told(MEAN + "def spread(x):\n" + right) == {"spread_values": (None, "")}


def test_the_two_plainest_are_said_where_several_give_the_same(told, whole):
    """Each is true of the values; of three, the third is not said."""
    (change,) = [c for c in whole.changes if str(c.said[0]) == "with `mean` in the place of `max`"]
    others = [
        msgspec.structs.replace(change, said=[Message("with {n} left out", n=n)]) for n in (2, 3)
    ]
    mine = MEAN + "def spread(x):\n    return np.min(x), np.mean(x)\n"
    key = msgspec.structs.replace(whole, changes=[change, *others])
    said = SAYS + "with `mean` in the place of `max`, or with 2 left out"
    assert told(mine, key) == {"spread_values": (None, said)}


def test_a_file_of_wrong_comes_first(told, whole):
    """A hint that somebody wrote says more than a change."""
    swapped = MEAN + "def spread(x):\n    return np.max(x), np.min(x)\n"
    assert told(swapped)["spread_values"] == ("spread_swapped", "")
    assert not any("two of its results" in str(said) for c in whole.changes for said in c.said)
    (same,) = [m for m in whole.mistakes if m.name == "spread_swapped"]
    bare = msgspec.structs.replace(whole, mistakes=[m for m in whole.mistakes if m is not same])
    assert told(swapped, bare)["spread_values"][0] is None


def test_what_a_constant_gives_is_not_told(told, whole):
    """No change is kept whose values prove nothing; a constant function fits none."""
    assert SAYS not in str(told(MEAN + "def spread(x):\n    return 0.0, 0.0\n"))
    assert SAYS not in str(told(SPREAD + "def mean(x):\n    return np.zeros(x.shape[1])\n"))
    assert all(kept for change in whole.changes for kept in change.outcomes.values())


def test_a_relation_of_the_numbers_is_said_before_a_change(told, monkeypatch):
    """The opposite sign is told as that."""
    monkeypatch.undo()
    assert told(SPREAD + "def mean(x):\n    return -np.mean(x, axis=0)\n")["mean_values"] == (
        None,
        "the numbers show: the result is minus the expected one, on every input",
    )


def test_a_right_file_is_told_nothing(told):
    """All pass."""
    assert told(MEAN + SPREAD) == {}


def test_an_old_key_is_as_it_was(whole):
    """One without changes has the bytes that it had before there were any, and can be read."""
    old = msgspec.structs.replace(whole, changes=[])
    assert b"changes" not in msgspec.msgpack.encode(old)
    assert decode_key(encode_key(old), "old.key") == old
    assert decode_key(encode_key(whole), "new.key").changes == whole.changes


def test_a_sketch_tells_orders_and_numbers_apart():
    """And it is a number whatever the value is."""
    assert sketch(Seq("list", [1.0, 2.0])) != sketch(Seq("list", [2.0, 1.0]))
    assert sketch(1.0) == pytest.approx(1.5)
    assert sketch(float("nan")) != sketch(float("inf"))
    assert sketch("a text") == sketch(None) == 0.0
