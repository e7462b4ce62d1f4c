"""When a function is as it was: what is executed for it, and what other calls may leave behind."""

import pytest
from conftest import ROOT

from grader.course.course import Course
from grader.wire import Unit
from grader.worker.source.digest import digests

RIGHT = {
    "import": "import numpy as np",
    "helper": "def rows(x):\n    return len(x)",
    "mean": "def mean(x):\n    return x.sum(0) / rows(x)",
    "centred": "def centred(x):\n    return x - mean(x)",
    "spread": "def spread(x):\n    return (centred(x) ** 2).sum(0) / rows(x)",
    "largest": "def largest(x):\n    return x.max(0)",
    "last": "LAST = 1",
}
LARGEST = RIGHT["largest"]

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


STATE = {
    "everything of a module": (
        {"last": "from own import *", "largest": "def largest(x):\n    return x.max(0) + rows([])"},
        {"last": "from numpy import *\nfrom own import *\nrows = lambda x: 1"},
    ),
    "what is executed": ({"last": "exec('K = 0')", "largest": LARGEST}, {"last": "exec('x = 1')"}),
    "a list that another function fills": (
        {"last": "SEEN = []", "largest": "def largest(x):\n    return x.max(0) + len(SEEN)"},
        {"mean": "def mean(x):\n    SEEN.append(1)\n    return x.mean(0)"},
    ),
    "a counter": (
        {"last": "N = 0", "largest": "def largest(x):\n    return x.max(0) + N"},
        {"mean": "def mean(x):\n    global N\n    N += 1\n    return x.mean(0)"},
    ),
    "an attribute of a function": (
        {"last": "rows.n = 0", "largest": "def largest(x):\n    return x.max(0) + rows.n"},
        {"mean": "def mean(x):\n    rows.n += 1\n    return x.mean(0)"},
    ),
    "an attribute of a class": (
        {"last": "class C:\n    n = 0", "largest": "def largest(x):\n    return x.max(0) + C.n"},
        {"mean": "def mean(x):\n    C.n += 1\n    return x.mean(0)"},
    ),
    "a default argument": (
        {
            "last": "def count(seen=[]):\n    seen.append(1)\n    return len(seen)",
            "largest": "def largest(x):\n    return x.max(0) + count()",
        },
        {"mean": "def mean(x):\n    count()\n    return x.mean(0)"},
    ),
    "a generator of random numbers": (
        {
            "last": "R = np.random.default_rng(0)",
            "largest": "def largest(x):\n    return x.max(0) + R.normal()",
        },
        {"mean": "def mean(x):\n    R.normal()\n    return x.mean(0)"},
    ),
    "a decorator that keeps something": (
        {
            "import": "import numpy as np\n\ndef counted(f):\n    n = [0]\n"
            "    def inner(*given):\n        n[0] += 1\n        return f(*given) + n[0]\n"
            "    return inner",
            "helper": "@counted\ndef rows(x):\n    return len(x)",
            "largest": "def largest(x):\n    return x.max(0) + rows(x)",
        },
        {"mean": "def mean(x):\n    rows(x)\n    return x.mean(0)"},
    ),
    "a library that is set up differently": (
        {"largest": "def largest(x):\n    return x.max(0) + np.float64(np.zeros(1) / 0)"},
        {"mean": "def mean(x):\n    np.seterr(all='raise')\n    return x.mean(0)"},
    ),
    "a list of a library": (
        {
            "import": "import numpy as np\nimport sys",
            "largest": "def largest(x):\n    return x.max(0) + len(sys.path)",
        },
        {"mean": "def mean(x):\n    sys.path.append('.')\n    return x.mean(0)"},
    ),
    "a library that is changed": (
        {"largest": "def largest(x):\n    return np.ptp(x, axis=0) + x.min(0)"},
        {"mean": "def mean(x):\n    np.ptp = lambda x, axis: 0\n    return x.mean(0)"},
    ),
    "numbers that TensorFlow draws": (
        {"last": "import tensorflow as tf", "largest": f"{LARGEST} + tf.random.normal([])"},
        {"mean": "def mean(x):\n    return x.mean(0) + tf.random.normal([])"},
    ),
    "weights of Keras": (
        {"last": "from keras import layers", "largest": f"{LARGEST} + layers.Dense(1)(x)"},
        {"mean": "def mean(x):\n    return layers.Dense(1)(x)"},
    ),
    "a file": (
        {
            "import": "import numpy as np\nimport os",
            "largest": "def largest(x):\n    return x.max(0) + os.path.exists('seen')",
        },
        {"mean": "def mean(x):\n    open('seen', 'w').close()\n    return x.mean(0)"},
    ),
    "a value that is made when it is missed": (
        {
            "last": "M = mean(np.ones((2, 2)))",
            "largest": "def largest(x):\n    return x.max(0) - M",
        },
        {"last": "M = mean(np.zeros((2, 2)))"},
    ),
    "a module of one's own that counts": (
        {
            "helper": "import own\nfrom own import rows",
            "largest": "def largest(x):\n    return x.max(0) + own.N",
        },
        {"mean": "def mean(x):\n    own.add()\n    return x.mean(0)"},
    ),
}


@pytest.mark.parametrize("case", STATE)
def test_what_other_calls_leave_behind_counts(case):
    """A function that may find it is not as it was, where another one has changed."""
    before, change = STATE[case]
    assert "largest" in changed(before, before | change, own=COUNTS if "own" in case else PURE)


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


def test_what_is_nested_too_deeply_is_not_told():
    """Then it is asked again each time."""
    deep = {"last": "K = " + "1 + " * 700 + "1", "largest": f"{LARGEST} + K"}
    assert found(deep) == {}
