"""Right functions in the place of the student's: whom a function calls, and what is bound when."""

import ast
import inspect
import textwrap
import zlib

import pytest

from grader.errors import SandboxError
from grader.judge.implementation import Implementation
from grader.report import Lost
from grader.wire import Loaded, Unit, pack_tree, unpack_tree
from grader.worker.source import reach, stand_ins

GRADED = ["mean", "spread", "other"]

RIGHT = """
import numpy as np
def mean(x):
    total = np.sum(x, axis=0)
    return total / len(x)
"""


def tree(source: str) -> bytes:
    """A stand-in as a key has it."""
    return pack_tree(ast.parse(source))


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        pytest.param("def spread(x): return mean(x)", ["mean"], id="directly, though not defined"),
        pytest.param(
            "def h(x): return mean(x)\ndef spread(x): return h(x)", ["mean"], id="own helper"
        ),
        pytest.param("m = mean\ndef spread(x): return m(x)", ["mean"], id="alias"),
        pytest.param("spread = lambda x: mean(x)", ["mean"], id="lambda"),
        pytest.param(
            "class N:\n    def __call__(self, x): return mean(x)\nspread = N()",
            ["mean"],
            id="class",
        ),
        pytest.param("spread = partial(apply, mean)", ["mean"], id="an argument"),
        pytest.param("def spread(x, f=mean): return f(x)", ["mean"], id="default"),
        pytest.param("@given(mean)\ndef spread(x): pass", ["mean"], id="decorator"),
        pytest.param(
            "def mean(x): return other(x)\ndef spread(x): return mean(x)",
            ["mean", "other"],
            id="through a graded one",
        ),
        pytest.param(
            "try:\n    def spread(x): return mean(x)\nexcept E: pass", ["mean"], id="in a block"
        ),
        pytest.param("def spread(x): return [mean(r) for r in x]", ["mean"], id="comprehension"),
        pytest.param("def spread(mean): return mean(1)", [], id="a parameter of that name"),
        pytest.param("def spread(x): return x.mean()", [], id="a method of that name"),
        pytest.param("def spread(x): return spread(x[1:])", [], id="itself"),
        pytest.param("from helpers import spread", [], id="not told"),
        pytest.param(
            "steps = []\n@steps.append\ndef mean(x): pass\ndef spread(x): return steps",
            [],
            id="kept in a container",
        ),
    ],
)
def test_whom_a_function_calls(source, calls):
    """Through own helpers, classes and aliases, and not what only has the name."""
    assert reach.reached(ast.parse(source).body, GRADED)["spread"] == calls


@pytest.mark.parametrize(
    "source",
    [
        RIGHT,
        "import a.b as c\nfrom . import d\nX = [..., None, 1e400, 2j, -1, 'é', b'\\xff', 10**30]",
        "async def f(a, /, b: int = 1, *c, d=2, **e) -> str:\n    return f'{a!r:>{b}} {await c}'",
        "class A(B, metaclass=M):\n    x: int\n    def f(self): nonlocal_ = lambda: (yield)",
        "match x:\n    case {'a': [1, *r], **k} if r: pass\n    case A(b=2) | None: pass",
        "try:\n    del a[1:2, ::3]\nexcept* E as e:\n    raise e from None\nelse:\n    a @= b",
        "with a as b, c: print(*d, **e, sep='')\nwhile (n := f()) not in g: break\nassert 1, 2",
    ],
)
def test_a_tree_survives(source):
    """Whatever a reference may contain."""
    assert ast.unparse(unpack_tree(tree(source))) == ast.unparse(ast.parse(source))


def test_a_tree_is_no_text():
    """Not even behind its compression does it read as Python."""
    data = zlib.decompress(tree(RIGHT))
    assert b"def mean" not in data and b"np.sum" not in data and b"x, axis" not in data


def test_no_source_of_a_stand_in_is_in_the_process():
    """Neither inspect nor a traceback has its text, and its code names no file."""
    function = stand_ins.made({"mean": tree(RIGHT)})["mean"]
    assert function([[1.0], [3.0]]) == [2.0]
    with pytest.raises(OSError):
        inspect.getsource(function)
    assert not function.__doc__
    assert function.__code__.co_filename == "<right>"


@pytest.fixture
def load(toy, toy_key, numpy_zygote):
    """Load source as the toy exercise, and ask one check; with a right mean standing in."""

    def loaded(source, check="mean_values", right=RIGHT):
        unit = Unit("mean.py", textwrap.dedent(source))
        stand_in = {"mean": tree(right)} if right else {}
        request = toy.load_request([unit], stand_ins=stand_in)
        case = {"x": toy_key.checks["mean_values"].cases[20]["x"]}
        with Implementation(numpy_zygote, request, toy.exercise.limits) as student:
            found = student.load()
            (asked,) = [c for c in toy.exercise.checks if c.name == check]
            return found, student.outcome(asked, case)

    return loaded


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("def spread(x): return mean(x)", id="not attempted"),
        pytest.param("def mean(x): return 7\ndef spread(x): return mean(x)", id="wrong"),
        pytest.param("mean = 3\ndef spread(x): return mean(x)", id="no function"),
        pytest.param("mean = undefined\ndef spread(x): return mean(x)", id="fails"),
        pytest.param("def mean(x): return 7\nm = mean\ndef spread(x): return m(x)", id="alias"),
        pytest.param("def mean(x): return 7\ndef spread(x, f=mean): return f(x)", id="default"),
        pytest.param(
            "def mean(x): return 7\nT = {'m': mean}\ndef spread(x): return T['m'](x)", id="table"
        ),
        pytest.param(
            "def mean(x): return 7\nclass A:\n    m = staticmethod(mean)\n"
            "def spread(x): return A.m(x)",
            id="class",
        ),
        pytest.param(
            "def mean(x): return 7\ndef spread(x): return mean(x)\ndel mean", id="deleted"
        ),
        pytest.param(
            "def mean(x): return 7\nfrom functools import partial\nspread = partial(mean)",
            id="partial",
        ),
        pytest.param(
            "if True:\n    def mean(x): return 7\ndef spread(x): return mean(x)", id="in a block"
        ),
    ],
)
def test_a_stand_in_is_bound_where_the_students_is(load, source):
    """Before what follows can keep the student's own, and also where there is none."""
    found, outcome = load(source, "spread_values")
    expected = load(RIGHT)[1]
    assert isinstance(found, Loaded) and found.found["spread"].callable
    assert "mean" in found.found["spread"].calls
    assert "mean" not in found.missing
    assert outcome.value == expected.value


def test_without_one_the_file_is_as_it_was(load):
    """The first run binds nothing."""
    found, outcome = load("def spread(x): return mean(x)", "spread_values", right="")
    assert not isinstance(found, Lost) and "mean" not in found.found
    assert outcome.type == "NameError"


def test_a_stand_in_that_can_not_be_made_is_our_fault(load):
    """No student loses a point by a key that does not fit."""
    with pytest.raises(SandboxError, match="no_such_module"):
        load("def spread(x): return 1", right="import no_such_module\ndef mean(x): pass")
