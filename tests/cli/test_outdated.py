"""Definitions that nothing is left of: they are blank, and what is graded is the same."""

import ast
import random

import pytest

from grader.cli.outdated import without

GRADED = ["f"]


def kept(*cells: str) -> list[str]:
    """The cells as they are read then."""
    return without([(cell, cell) for cell in cells], GRADED)


OLD, NEW = "def f(x):\n    return 1", "def f(x):\n    return 2"


@pytest.mark.parametrize(
    "between",
    [
        [],
        ["f(3)"],
        ["print(f(3))", "y = f(3)\ny"],
        ["assert True", "z = 3\nprint(z)"],
        ["def g(x):\n    return f(x)"],
        ["get_ipython().run_line_magic('grade', 'ex1 f')"],
        ["get_ipython().run_line_magic('hint', 'f')"],
        ["import numpy as np\nK = np.ones(3)"],
    ],
)
def test_what_nothing_can_have_used_is_blank(between):
    """It was only written, graded and called."""
    assert kept(OLD, *between, NEW) == ["\n", *between, NEW]


@pytest.mark.parametrize(
    "between",
    [
        ["h = wrap(f)"],
        ["f = jit(f)"],
        ["T = {'f': f}"],
        ["T.append(f)"],
        ["for n in range(3): f(n)"],
        ["def g(x):\n    return f(x)", "K = g(3)"],
        ["def g(x, by=f):\n    return by(x)"],
        ["@by(f)\ndef g(x): return x"],
        ["class G:\n    by = f"],
        ["get_ipython().run_line_magic('time', 'K = g(f)')"],
        ["K = globals()['f']"],
        ["K = eval('g')(3)"],
        ["def g(x):\n    return eval(x)", "K = g('f')"],
    ],
)
def test_what_may_have_been_used_stays(between):
    """Something was made with it then."""
    assert kept(OLD, *between, NEW)[0] == OLD


def test_a_later_definition_that_may_fail_replaces_nothing():
    """In the kernel the name has what it had before."""
    assert kept(OLD, f"@wrap(3)\n{NEW}")[0] == OLD
    assert kept(OLD, f"@wrap\n{NEW}")[0] == "\n"
    assert kept(OLD, "class f:\n    pass")[0] == OLD


def test_other_lines_stay_where_they_are():
    """Only the definition is blank, with its decorators; of a cell with a magic, nothing is."""
    assert kept(f"K = 1\n@wrap\n{OLD}\nL = 2", NEW)[0] == "K = 1\n\n\n\nL = 2"
    magic = ("%time\n" + OLD, "get_ipython().run_line_magic('time', '')\n" + OLD)
    assert without([magic, (NEW, NEW)], GRADED) == [magic[0], NEW]


def drawn(draw: random.Random) -> list[str]:
    """Cells of somebody who tries this and that."""
    makers = [
        lambda: f"def f(x):\n    return x + {draw.randrange(99)} + {use()}",
        lambda: f"def g(x):\n    return x * {draw.randrange(2, 9)} + {use()}",
        lambda: f"def h(x, k={draw.choice(['1', 'K', 'g(2)'])}):\n    return x + k + {use()}",
        lambda: f"K = {draw.choice(['7', 'g(2)', 'h(3)', 'K + 1', 'len(T)'])}",
        lambda: draw.choice(["f(3)", "print(f(2))", "y = f(2)", "T.append(g)", "T.append(h(1))"]),
        lambda: draw.choice(["g = twice(g)", "f = twice(f)", "@twice\ndef g(x):\n    return x"]),
    ]

    def use() -> str:
        return draw.choice(["0", "K", "len(T)", "0 * K"])

    begins = "K, T, y = 1, [], 0\ndef twice(a):\n    return lambda x: a(a(x))\ndef g(x): return x"
    first = f"{begins}\ndef f(x): return x\ndef h(x): return x"
    return [first, *(draw.choice(makers)() for _ in range(draw.randrange(2, 14)))]


def loaded(cells: list[str]) -> object:
    """What the functions give when all is loaded; calls of f are left out, as in a file."""
    scope: dict = {}
    for cell in cells:
        for node in ast.parse(cell).body:
            calls = [c.func for c in ast.walk(node) if isinstance(c, ast.Call)]
            asks = any(isinstance(c, ast.Name) and c.id == "f" for c in calls)
            if not asks or isinstance(node, ast.FunctionDef):
                exec(compile(ast.Module([node], []), "cell", "exec"), scope)
    made = [each(1) if callable(each) else each for each in scope["T"]]
    return [scope[name](3) for name in "fgh"], scope["K"], made


def test_what_is_graded_is_the_same():
    """Of a thousand evenings, with many outdated definitions among them."""
    draw, blank = random.Random(0), 0
    for _ in range(1000):
        cells = drawn(draw)
        left = kept(*cells)
        blank += sum(cell != other for cell, other in zip(cells, left, strict=True))
        assert loaded(left) == loaded(cells), "\n\n".join(cells)
    assert blank > 1000
