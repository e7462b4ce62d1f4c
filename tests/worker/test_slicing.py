"""What of a file is executed: whatever gives a needed name its value, and nothing else."""

import ast
import textwrap

import pytest

from grader.wire.messages import Unit
from grader.worker.source import slicing


def kept(source: str, *roots: str) -> str:
    """The kept statements as text."""
    unit = Unit("file.py", textwrap.dedent(source))
    taken = slicing.take([unit], roots or ("f",))
    return "\n".join(ast.unparse(statement.tree) for statement in taken.statements)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "import time\ndef f(): return 1\ntime.sleep(3600)", "def f():\n    return 1", id="sleep"
        ),
        pytest.param(
            "import a, b\ndef f(): return b.x", "import b\ndef f():\n    return b.x", id="imports"
        ),
        pytest.param(
            "X = load()\ndef f(X): return X", "def f(X):\n    return X", id="parameter of that name"
        ),
        pytest.param(
            "X = 1\ndef f(): return [X for X in range(3)]",
            "def f():\n    return [X for X in range(3)]",
            id="comprehension variable of that name",
        ),
        pytest.param(
            "x = load()\ndef f(a): return a.x", "def f(a):\n    return a.x", id="attribute name"
        ),
        pytest.param(
            "EPS = 1\nEPS += 1\ndef f(): return EPS",
            "EPS = 1\nEPS += 1\ndef f():\n    return EPS",
            id="augmented",
        ),
        pytest.param(
            "T = {}\nT['a'] = 1\nT.update(b=2)\nU = {}\nU['a'] = 1\ndef f(): return T",
            "T = {}\nT['a'] = 1\nT.update(b=2)\ndef f():\n    return T",
            id="items and method calls",
        ),
        pytest.param(
            "T = []\nfor i in range(3):\n    T.append(i)\n    train()\ndef f(): return T",
            "T = []\nfor i in range(3):\n    T.append(i)\ndef f():\n    return T",
            id="loop around",
        ),
        pytest.param(
            "n = 0\nwhile True:\n    n += 1\n    print(n)\n    if n > 3: break\ndef f(): return n",
            "n = 0\nwhile True:\n    n += 1\n    if n > 3:\n        break\ndef f():\n    return n",
            id="break stays",
        ),
        pytest.param(
            "try:\n    import cupy as np\nexcept ImportError:\n    import numpy as np\n"
            "def f(): return np.e",
            "try:\n    import cupy as np\nexcept ImportError:\n    import numpy as np\n"
            "def f():\n    return np.e",
            id="try around",
        ),
        pytest.param(
            "import tensorflow as tf\ntf.random.set_seed(1)\ndef f(): return tf.exp(1.)",
            "import tensorflow as tf\ndef f():\n    return tf.exp(1.0)",
            id="a call on a module is left out",
        ),
        pytest.param(
            "def helper(): return K\nK = 3\ndef g(): return 0\ndef f(): return helper()",
            "def helper():\n    return K\nK = 3\ndef f():\n    return helper()",
            id="followed through helpers",
        ),
        pytest.param(
            "def f(): return 1\nf(2)\nprint(f(3))\nplot(f)", "def f():\n    return 1", id="uses"
        ),
        pytest.param(
            "def init():\n    global W\n    W = 1\ninit()\ndef f(): return W",
            "def init():\n    global W\n    W = 1\ninit()\ndef f():\n    return W",
            id="set by a function's global",
        ),
        pytest.param(
            "S = []\ndef step(g):\n    S.append(g)\n    return g\n@step\ndef a(): pass\n"
            "def f(): return S",
            "S = []\ndef step(g):\n    S.append(g)\n    return g\n@step\ndef a():\n    pass\n"
            "def f():\n    return S",
            id="registered by a decorator",
        ),
        pytest.param("def f(): return 1\ndel f", "def f():\n    return 1", id="del is left out"),
        pytest.param(
            "from math import *\ndef f(): return pi",
            "from math import *\ndef f():\n    return pi",
            id="star",
        ),
        pytest.param("globals()['f'] = abs", "globals()['f'] = abs", id="bound through globals()"),
        pytest.param(
            "a, (b, *c) = load()\ndef f(): return c",
            "a, (b, *c) = load()\ndef f():\n    return c",
            id="unpacking",
        ),
        pytest.param(
            "if (n := 3) > 2: pass\ndef f(): return n",
            "if (n := 3) > 2:\n    pass\ndef f():\n    return n",
            id="walrus",
        ),
        pytest.param(
            "def f(x=default()): pass\ndef default(): return 1\nother = 2",
            "def f(x=default()):\n    pass\ndef default():\n    return 1",
            id="default value",
        ),
    ],
)
def test_what_is_kept(source, expected):
    """Each ruling on the top level, on the smallest file that shows it."""
    assert kept(source) == expected


def test_line_numbers_stay():
    """A traceback names the line of the student's own file."""
    unit = Unit("file.py", "import os\n\n\ndef f():\n    return 1 / 0\n")
    (statement,) = slicing.take([unit], ["f"]).statements
    assert statement.tree.lineno == 4


def test_later_units_come_later():
    """Units are executed in order, so the last definition wins, as in a notebook."""
    units = [Unit("cell 1", "def f(): return 1"), Unit("cell 2", "def f(): return 2")]
    taken = slicing.take(units, ["f"])
    assert [statement.unit for statement in taken.statements] == ["cell 1", "cell 2"]


def test_a_unit_that_cannot_be_parsed_costs_only_itself():
    """A syntax error is listed with line and caret; the other units still count."""
    units = [Unit("cell 1", "x = (1,\n"), Unit("cell 2", "def f(): return 2")]
    taken = slicing.take(units, ["f"])
    (problem,) = taken.problems
    assert (problem.where, problem.line) == ("cell 1", 1)
    assert problem.text == "x = (1,\n    ^"
    assert taken.readable
    assert len(taken.statements) == 1


def test_names_under_the_main_guard_are_known():
    """They do not exist for the grader, but the message can say where they are."""
    source = "def f(): return W\nif __name__ == '__main__':\n    W = 3\n"
    taken = slicing.take([Unit("file.py", source)], ["f"])
    assert taken.guarded == {"W": "line 2"}


def test_postponed_annotations_are_honoured():
    """`from __future__ import annotations` holds for every statement of its file."""
    source = "from __future__ import annotations\ndef f(x: Missing) -> Missing: return x\n"
    taken = slicing.take([Unit("file.py", source)], ["f"])
    namespace: dict = {}
    for statement in taken.statements:
        exec(statement.code(), namespace)
    assert namespace["f"](1) == 1


def test_a_thousand_elifs_are_read():
    """Deep but honest source neither crashes nor is lost."""
    source = "if 0: f = 0\n" + "".join(f"elif {i}: f = {i}\n" for i in range(1, 90))
    assert slicing.take([Unit("file.py", source)], ["f"]).statements
