"""What is said of a change of the reference: its kind, and no more of the solution than needed."""

import ast

import pytest
from conftest import ROOT

from grader.build.mutation.candidates import WITH_LOOPS, candidates, worded
from grader.build.mutation.kept import _plainest as plainest
from grader.build.mutation.slips import Given, slips
from grader.build.mutation.source import mutations
from grader.course.course import Course
from grader.text import Message, parse

HEAD = "import numpy as np\n\n\ndef helper(q):\n    return q\n"
SECRET = "secret = x * y + 3"
SPREAD = "\n\ndef spread(x):\n    return 0\n"


@pytest.fixture
def told(tmp_path):
    """What stands in a `mean` with this body after each change, and the sentence for it."""
    lesson = Course(ROOT / "tests" / "toy").lesson("ex1")

    def made(*body: str) -> set[tuple[str, str]]:
        path = tmp_path / "mean.py"
        lines = "\n    ".join(body)
        path.write_text(f"{HEAD}\n\ndef mean(x, y, n=0):\n    {lines}\n{SPREAD}")
        tree, graded = ast.parse(path.read_text()), set(lesson.exercise.functions)
        return {
            (" / ".join(line.strip() for line in m.after.splitlines()), str(words))
            for m in mutations(lesson, path)
            if m.functions == ("mean",) and (words := worded(m, tree, graded))
        }

    return made


@pytest.mark.parametrize(
    ("line", "changed", "words"),
    [
        ("return x + y", "return x - y", "with `-` in the place of `+`"),
        ("return x @ y", "return x", "with the matrix product with `y` left out"),
        ("return x / len(y)", "return x", "with the division by `len(y)` left out"),
        ("return 1 - x", "return x", "with `1 -` left out"),
        ("return (x - y) ** 2", "return x - y", "with a square left out"),
        ("return x - y", "return y - x", "with the two sides of a `-` exchanged"),
        ("return -x + y", "return x + y", "with a minus sign left out"),
        ("return x > y", "return x >= y", "with `>=` in the place of `>`"),
        ("return np.sum(x)", "return np.mean(x)", "with `mean` in the place of `sum`"),
        ("return np.sum(x)", "return x", "with `sum` left out"),
        ("return x.sum(0)", "return x", "with `sum` left out"),
        (
            "return np.sum(x, axis=0)",
            "return np.sum(x, axis=1)",
            "with `axis=1` in the place of `axis=0`",
        ),
        (
            "return np.sum(x, axis=0)",
            "return np.sum(x)",
            "with `axis=0` of `sum` left out",
        ),
        (
            "return x.std(keepdims=True)",
            "return x.std(keepdims=False)",
            "with `keepdims=False` in the place of `keepdims=True`",
        ),
        ("return x * 2", "return x * 1", "with the number 1 in the place of 2"),
        ("return x.shape[0]", "return x.shape[1]", "with `shape[1]` in the place of `shape[0]`"),
        ("return x[1]", "return x[2]", "with index 2 in the place of index 1"),
        ("return x[1:]", "return x[:]", "in which a slice begins at the first item"),
        ("return x[0]", "return x", "with an index, `[...]`, left out"),
        ("return x.T", "return x", "with `.T` left out"),
        ("return x + 1e-9", "return x + 0.0", "with the small number 1e-09 left out"),
        ("return x, y", "return y, x", "with two of its results exchanged"),
        ("return x + y", "return y + y", "with `y` in the place of `x`"),
        ("return n / len(y)", "return n / len(x)", "with `len(x)` in the place of `len(y)`"),
        (
            "return [a for a in x if a]",
            "return [a for a in list(x)[1:] if a]",
            "in which a loop leaves out its first pass",
        ),
    ],
)
def test_a_change_in_words(told, line, changed, words):
    """They complete "a right solution ..."."""
    assert (changed, words) in told(line)


@pytest.mark.parametrize(
    ("body", "changed", "words"),
    [
        (("s = len(x)", "return x / s"), "return x", "with the division by `len(x)` left out"),
        ((SECRET, "return x / secret"), "return x", "with a division left out"),
        ((SECRET, "return x - secret"), "return x", "with a subtraction left out"),
        ((SECRET, "return secret - x"), "return x", None),
        (("return y + np.log(x)",), "return y", "with the addition of `log(...)` left out"),
        (
            ("a, c = len(x), len(y)", "return a / c"),
            "a, c = len(y), len(x)",
            "with `len(x)` and `len(y)` exchanged",
        ),
        (("return helper(x)",), "return x", None),
        ((SECRET, "return x + secret"), "return y + secret", "with `y` in the place of `x`"),
        ((SECRET, "return x + secret"), "return secret + secret", None),
        (("n += 1", "return x / n"), "", "with `+=` left out"),
        (
            ("for a in x:", "    n += a", "return n"),
            "n += a / break",
            "in which a loop ends after its first pass",
        ),
    ],
)
def test_the_reference_keeps_its_own_names(told, body, changed, words):
    """A variable is not known to a student; one that is `len(x)` is said as that."""
    found = told(*body)
    assert not any("secret" in said or "helper" in said for _, said in found)
    if words is None:
        assert changed not in dict(found)
    else:
        assert (changed, words) in found


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return x - y", "with `x` and `y` exchanged"),
        ("return x - y", "given `x` and `y` without the last item"),
        ("return x * n", "with `1` in the place of `n`"),
        ("return x * n + y * n", "with the multiplication by `n` left out, everywhere"),
        ("return x + y + n", "with `-` in the place of `+`, everywhere"),
        ("return np.mean(x ** 2)", "with `mean` one step earlier"),
        ("return np.mean(x ** 2)", "with `abs` in the place of a square"),
        ("return np.mean(np.abs(x))", "with a square in the place of `abs`"),
        ("return np.mean(x)", "with `mean` divided by one less than there are"),
        ("return np.mean(x)", "with `median` in the place of `mean`"),
        ("return x / len(y)", "with a division by `len(y) - 1` in the place of `len(y)`"),
        ("return x / (len(y) + n)", "with a division by one more"),
        ("return x + y * n", "with one term of a sum halved"),
        ("return np.log(x)", "with `log2` in the place of `log`"),
    ],
)
def test_slips_of_more_than_one_place(body, words):
    """Each gives a file that can be parsed, with the change in it that is said."""
    tree = parse(f"{HEAD}\n\ndef mean(x, y, n=0):\n    {body}\n{SPREAD}")
    found = {
        str(s.words): s
        for s in slips(tree, {"mean": Given(("x", "y"), ("n",)), "spread": Given((), ())})
    }
    assert found[words].functions == ("mean",)
    assert parse(found[words].source)


def test_steps_of_a_loop():
    """One may come first, or once before or after it, or there is one pass more."""
    body = "    for _ in range(n):\n        x = x + y\n        y = y * 2\n    return x\n"
    tree = parse(f"def mean(x, y, n):\n{body}")
    found = {str(s.words): s.source for s in slips(tree, {"mean": Given((), ("n",))})}
    assert "range(n + 1)" in found["in which a loop makes one pass more"]
    first = found["in which the last steps of a loop's pass come first"]
    assert first.index("y * 2") < first.index("x + y")
    before = found["in which a step of a loop is done once, before the loop"]
    assert before.index("y * 2") < before.index("for")


def test_a_bound_of_candidates_leaves_some_of_each_kind(toy, toy_key):
    """Always the same ones, so that a seed gives one key; the plainest come first."""
    checks = [check for check in toy.exercise.checks if check.function == "mean"]
    every = candidates(toy, checks, toy_key.checks, 1000)
    few = candidates(toy, checks, toy_key.checks, 20)
    assert few == candidates(toy, checks, toy_key.checks, 20)
    assert len(few) == 20 < len(every)
    assert all("mean" in each.functions for each in every)
    kinds = [each.kind for each in few]
    assert len(set(kinds)) >= 15
    assert [each for each in every if each in few] == few


def test_loops_are_spoken_of_where_nothing_else_fits():
    """A student whose file has none reads of a right solution as it may be."""
    loops, plain = Message(WITH_LOOPS, what="x"), [Message("with {n}", n=n) for n in (1, 1, 2, 3)]
    assert plainest([loops, *plain]) == [plain[0], plain[2]]
    assert plainest([loops, loops]) == [loops]
