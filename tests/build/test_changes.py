"""The changes that `grader mutate` makes: which there are, of what, and what they are called."""

import ast

import pytest
from conftest import ROOT

from grader.build.mutation.source import mutations
from grader.course.course import Course

HEAD = "import numpy as np\n"
SPREAD = "\n\ndef spread(x):\n    return 0\n"


@pytest.fixture
def changed(tmp_path):
    """The changes of a `mean` with this body: by kind, the lines that stand in the place of one."""
    lesson = Course(ROOT / "tests" / "toy").lesson("ex1")

    def made(body: str, head: str = HEAD) -> dict[str, list[str]]:
        path = tmp_path / "mean.py"
        path.write_text(f"{head}\n\ndef mean(x, n=0):\n    {body}\n{SPREAD}")
        found: dict[str, list[str]] = {}
        for mutation in mutations(lesson, path):
            ast.parse(mutation.source)
            if mutation.functions == ("mean",):
                lines = [line.strip() for line in mutation.after.splitlines()]
                found.setdefault(mutation.change, []).append(" / ".join(lines))
        return found

    return made


@pytest.mark.parametrize(
    ("body", "kind", "lines"),
    [
        ("return x + n", "operator", ["return x - n"]),
        ("return x @ n", "operator", ["return x * n"]),
        ("return (x - n) * 2", "operator", ["return (x - n) / 2", "return (x + n) * 2"]),
        ("return 2 * (x / n)", "operator", ["return 2 / (x / n)", "return 2 * (x * n)"]),
        ("return x / n", "operands swapped", ["return n / x"]),
        ("return x + n", "operands swapped", []),
        ("return x - n", "operand left out", ["return x", "return n"]),
        ("return n - x * 2", "operand left out", ["n", "x * 2", "n - x", "n - 2"]),
        ("return -x", "sign", ["return x"]),
        ("return x", "sign", ["return -x"]),
        ("return x[x < n]", "comparison", ["return x[x <= n]", "return x[x > n]"]),
        ("return x == n", "comparison", ["return x != n"]),
        ("return x and n", "and, or", ["return x or n"]),
        ("return x if n else 0", "condition negated", ["return x if not n else 0"]),
        ("return x if n else 0", "branch", ["return x", "return 0"]),
        ("return x + 3", "number", ["return x + 4", "return x + 2"]),
        ("return x + 2.0", "number", ["return x + 3.0", "return x + 1.8"]),
        ("return x + 1e-6", "epsilon", ["return x + 0.0", "return x + 0.001"]),
        ("return x / n", "epsilon", ["return x / (n + 0.001)"]),
        ("return np.log(x)", "epsilon", ["return np.log(x + 0.001)"]),
        ("return x", "another name", ["return n"]),
        ("return x[n:]", "slice", ["x[:]", "x[n + 1:]", "x[n - 1:]", "x[n:-1]"]),
        ("return x[0]", "part", ["return x"]),
        ("return x.T", "part", ["return x"]),
        ("return sum(i for i in range(n))", "loop cut short", ["range(n - 1)", "range(1, n)"]),
        ("return [i for i in x]", "loop cut short", ["list(x)[1:]", "list(x)[:-1]"]),
        ("return [i for i in x if i]", "condition left out", ["return [i for i in x]"]),
        ("return x.sum(axis=0)", "axis", ["axis=1", "axis=-1", "axis=None"]),
        ("return x.sum(keepdims=True)", "flag", ["return x.sum(keepdims=False)"]),
        ("return x.sum(axis=n)", "argument left out", ["return x.sum()"]),
        ("return np.dot(x, n)", "argument left out", ["np.dot(n)", "np.dot(x)"]),
        ("return np.dot(x, n)", "items swapped", ["return np.dot(n, x)"]),
        ("return x, n", "items swapped", ["return n, x"]),
        ("return np.argmax(x)", "another function", ["return np.argmin(x)"]),
        ("return np.sum(x, axis=0)", "reduction left out", ["return x"]),
        ("return x.mean()", "reduction left out", ["return x"]),
        ("return x.astype('int32')", "cast left out", ["return x"]),
        ("return x.astype('int32')", "dtype", ["x.astype('int64')", "x.astype('uint8')"]),
        ("return np.exp(x)", "call left out", ["return x"]),
        ("return x", "reduction added", ["return np.mean(x)", "return np.sum(x, axis=0)"]),
        ("return x", "cast added", ["return np.round(x, decimals=2)", "return np.float16(x)"]),
    ],
)
def test_a_change(changed, body, kind, lines):
    """Each kind, on the smallest source that has it; parentheses stand where they are needed."""
    found = changed(body).get(kind, [])
    assert len(found) == len(lines)
    assert all(line in made for line, made in zip(lines, found, strict=True)), found


def test_statements_are_dropped_and_swapped(changed):
    """A whole line goes; what is alone in its block becomes `pass`."""
    found = changed("y = x - 1\n    if n:\n        y = y * 2\n    return y")
    assert found["statement dropped"] == ["", "", "", "pass"]
    assert found["statements swapped"] == [
        "if n: / y = y * 2 / y = x - 1",
        "return y / if n: / y = y * 2",
    ]
    assert found["argument changed"] == ["x -= 1 / y = x"]


def test_a_loop_is_ended_early(changed):
    """After its first round, as where `return` stands inside of it."""
    found = changed("for row in x:\n        n += row\n    return n")
    assert found["loop ended early"] == ["n += row / break"]
    assert found["operator"] == ["n -= row", "n = row"]


def test_what_is_not_graded_is_not_changed(changed):
    """Docstrings, messages, annotations, the main block, and what no graded function needs."""
    body = '"""Mean of 3."""\n    print("n", n + 1)\n    assert n < 2\n    return x'
    head = HEAD + "SIZE = 3\n\n\ndef draw(y: int = 3) -> int:\n    return y + 1\n"
    head += "\n\nn = draw(2)\nfor i in range(3):\n    print(mean(n), i + 1)\n"
    assert set(changed(body, head)) == {
        *("statement dropped", "another name", "reduction added", "cast added", "sign")
    }


def test_a_helper_is_changed_for_all_who_use_it(tmp_path):
    """The functions of which it is a part are those whose checks ought to see it."""
    lesson = Course(ROOT / "tests" / "toy").lesson("ex1")
    path = tmp_path / "mean.py"
    path.write_text(
        "N = 1 + 1\n\n\ndef mean(x):\n    return x / N\n\n\ndef spread(x):\n    return x * N\n"
    )
    assert {m.functions for m in mutations(lesson, path)} == {
        *(("mean",), ("spread",), ("mean", "spread"))
    }
    first = next(m for m in mutations(lesson, path) if m.change == "operator")
    assert (first.line, first.before, first.after) == (1, "N = 1 + 1", "N = 1 - 1")
    assert first.diff == "@@ -1 +1 @@\n-N = 1 + 1\n+N = 1 - 1"


def test_a_class_is_changed_too(tmp_path, toy):
    """In its methods, of which `self` is nobody's other name."""
    path = tmp_path / "mean.py"
    path.write_text(
        "class mean:\n    def __init__(self, x):\n        self.x = x\n"
        "    def step(self, n):\n        return self.x + n\n"
    )
    found = mutations(toy, path)
    assert {m.functions for m in found} == {("mean",)}
    assert "return self.x - n" in {m.after.strip() for m in found}
    assert not [m for m in found if m.change == "another name"]


def test_each_change_is_made_once_and_found_again(toy):
    """No two give the same file, none is the file itself, and an ID stays what it is."""
    found = mutations(toy, toy.reference)
    trees = {ast.dump(ast.parse(mutation.source)) for mutation in found}
    assert len(trees) == len(found) == len({mutation.id for mutation in found})
    assert ast.dump(ast.parse(toy.reference.read_text())) not in trees
    assert [m.id for m in mutations(toy, toy.reference)] == [m.id for m in found]


def test_text_around_a_change_stays(tmp_path, toy):
    """Comments and letters of any alphabet: what is not changed is left as it is."""
    source = "def mean(x):\n    # größe\n    s = 'ü' and x + 1  # 數\n    return s\n"
    path = tmp_path / "mean.py"
    path.write_text(source, encoding="utf-8")
    minus = next(m for m in mutations(toy, path) if m.change == "operator")
    assert minus.source == source.replace("x + 1", "x - 1")
