"""When a function is as it was: what is executed for it, and what other calls may leave behind."""

import pytest
from conftest import ROOT
from support.lending import LARGEST, RIGHT, STATE

from grader.course.course import Course
from grader.wire import Unit
from grader.worker.source.digest import digests

PURE = {"own": "def rows(x):\n    return len(x)\n"}
COUNTS = {"own": PURE["own"] + "\nN = 0\n\ndef add():\n    global N\n    N += 1\n"}


def found(parts, *, own=PURE, place=0):
    """The digests of the functions of a file of these parts: of its code, or of its place."""
    lesson = Course(ROOT / "tests" / "lending").lesson("ex1")
    source = "\n".join((RIGHT | parts).values())
    load = lesson.load_request([Unit("spread.py", source)], own, digests=True)
    return {name: digest.split("-")[place] for name, digest in digests(load).items()}


def changed(before, after, **asked):
    """The functions that are not as they were."""
    old, new = found(before, **asked), found(after, **asked)
    return {name for name in old if old[name] != new[name]}


def test_a_comment_moves_what_is_below_it():
    """The code is the same, and stands elsewhere."""
    after = {"centred": "# nothing\n" + RIGHT["centred"]}
    assert changed({}, after) == set()
    assert changed({}, after, place=1) == {"centred", "spread", "largest"}
    assert changed({}, after, place=2) == {"mean", "centred", "spread", "largest"}


@pytest.mark.parametrize("case", STATE)
def test_what_other_calls_leave_behind_counts(case):
    """A function that may find it is not as it was, where another one has changed."""
    before, change = STATE[case]
    own = COUNTS if "own.add" in str(change) else PURE
    assert "largest" in changed(before, before | change, own=own)


CODE = {
    "a constant": ({"last": "EPS = 1", "largest": LARGEST + " * EPS"}, {"last": "EPS = 2"}),
    "an import": (
        {
            "last": "from numpy import max as top",
            "largest": "def largest(x):\n    return top(x, 0)",
        },
        {"last": "from numpy import min as top"},
    ),
    "a decorator": (
        {"last": LARGEST, "largest": "def wrong(f):\n    return lambda x: f(x) + 1"},
        {"last": f"@wrong\n{LARGEST}"},
    ),
    "a default": ({}, {"largest": "def largest(x, k=0):\n    return x.max(k)"}),
    "a default's value": (
        {"last": "K = 0\n\ndef largest(x, k=K):\n    return x.max(k)"},
        {"last": "K = 1\n\ndef largest(x, k=K):\n    return x.max(k)"},
    ),
    "a class": (
        {"last": "class T:\n    k = 0", "largest": "def largest(x):\n    return x.max(T().k)"},
        {"last": "class T:\n    k = 1"},
    ),
    "a definition below": ({}, {"last": "def largest(x):\n    return x.min(0)"}),
    "a name that hides Python's own": (
        {"largest": "def largest(x):\n    return np.array([max(c) for c in x.T])"},
        {"last": "max = min"},
    ),
}


@pytest.mark.parametrize("case", CODE)
def test_what_a_function_is_made_of_counts(case):
    """Wherever it stands, and whatever it is. Nothing else has changed."""
    before, change = CODE[case]
    assert changed(before, before | change) == {"largest"}


@pytest.mark.parametrize(
    "last",
    [
        "NAMES = [1]\n\ndef named(k):\n    return NAMES[k]",
        "RNG = np.random.default_rng(0)",
        "def apart(x, seen=[]):\n    seen.append(x)",
        "@np.vectorize\ndef each(x):\n    return x",
        "K = np.float32(1e-7)\n\ndef k(x):\n    y = []\n    y.append(x)\n    return y",
    ],
)
def test_what_concerns_others_does_not_count(last):
    """An object that a function has no part in is no reason to ask it again."""
    before = {"last": last}
    after = before | {"mean": "def mean(x):\n    return x.mean(0)"}
    assert changed(before, after) == {"mean", "centred", "spread"}


def test_what_an_object_of_ones_own_keeps_does_not_count():
    """Each call makes it anew; to ask for its class is not to change that."""
    scale = (
        "class Scale:\n    def __init__(self, k):\n        self.k = k\n\n"
        "    def of(self, x):\n        return x if isinstance(x, Scale) else x / self.k"
    )
    before = {"last": scale, "mean": "def mean(x):\n    return Scale(len(x)).of(x.sum(0))"}
    after = before | {"mean": "def mean(x):\n    return Scale(len(x)).of(sum(x))"}
    assert changed(before, after) == {"mean", "centred", "spread"}


def test_what_is_nested_too_deeply_is_not_told():
    """Then it is asked again each time."""
    deep = {"last": "K = " + "1 + " * 700 + "1", "largest": f"{LARGEST} + K"}
    assert found(deep) == {}
