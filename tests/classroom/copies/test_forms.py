"""What a copy changes first is no difference, and what a program does is one."""

import ast

import pytest

from grader.classroom.copies.fingerprints import GRAM, WINDOW, fingerprints

ASKED = {"softmax", "cost"}


def prints(*sources):
    return {p.hash for p in fingerprints([ast.parse(s) for s in sources], ASKED)}


BEFORE = '''
import numpy as np

def largest(z, axis=1):
    """The largest of each row."""
    return np.max(z, axis=axis, keepdims=True)

def softmax(z):
    e = np.exp(z - largest(z, axis=1))
    total = np.sum(e, axis=1, keepdims=True)
    n = 0
    n += 1
    if n > 3:
        print("many")
        return 'none'
    return e / total
'''

SAME = {
    "names": BEFORE.replace("total", "s").replace("z", "logits").replace("largest", "helper"),
    "layout": BEFORE.replace(
        "(z - largest(z, axis=1))", "(\n        z  -  largest(z,\n  axis = 1))"
    ),
    "comments": BEFORE.replace("    n = 0\n", "    # count\n    n = 0  # from zero\n\n"),
    "docstring": BEFORE.replace('    """The largest of each row."""\n', ""),
    "quotes": BEFORE.replace("'none'", '"none"'),
    "order of functions": BEFORE[BEFORE.index("def softmax") :]
    + BEFORE[: BEFORE.index("def soft")],
    "order of statements": BEFORE.replace("    n = 0\n    n += 1\n", "").replace(
        "    e = np", "    n = 0\n    n += 1\n    e = np"
    ),
    "x = x + 1": BEFORE.replace("n += 1", "n = n + 1"),
    "1 + x": BEFORE.replace("n += 1", "n = 1 + n"),
    "3 < n": BEFORE.replace("n > 3", "3 < n"),
    "1.0 for 1": BEFORE.replace("n = 0\n", "n = 0.0\n"),
    "how NumPy is imported": BEFORE.replace("import numpy as np", "import numpy").replace(
        "np.", "numpy."
    ),
    "what of NumPy is imported": BEFORE.replace(
        "import numpy as np", "from numpy import exp, sum, max"
    ).replace("np.", ""),
    "annotations": BEFORE.replace("n = 0", "n: int = 0").replace(
        "(z):", "(z: np.ndarray) -> float:"
    ),
    "prints": BEFORE.replace("    n += 1\n", "    print(n)\n    n += 1\n    pass\n"),
    "order of keywords": BEFORE.replace("axis=1, keepdims=True", "keepdims=True, axis=1"),
}


@pytest.mark.parametrize("dress", SAME)
def test_another_dress_is_no_difference(dress):
    """Each of these leaves every fingerprint as it is."""
    assert SAME[dress] != BEFORE
    assert prints(SAME[dress]) == prints(BEFORE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e - total", "total - e"),
        ("e / total", "e * total"),
        ("np.exp(e)", "np.log(e)"),
        ("e[0]", "e[1]"),
        ("e < total", "e <= total"),
        ("cost(e)", "softmax(e)"),
        ("e.sum(axis=0)", "e.mean(axis=0)"),
    ],
)
def test_what_is_computed_is_a_difference(one, other):
    """Of two programs that differ in one place, not all fingerprints are the same."""
    assert prints(WHOLE.format(one)) != prints(WHOLE.format(other))


WHOLE = (
    "import numpy as np\ndef softmax(e, total):\n    c = {}\n    return (c * 3 - 1) / (7 - c / 2)\n"
)


def test_two_in_one_line_are_two():
    """`a, b = 1, 2` is two assignments."""
    assert prints("def cost(x):\n    a, b = x - 1, 2\n    return a / b\n") == prints(
        "def cost(x):\n    a = x - 1\n    b = 2\n    return a / b\n"
    )


def test_variables_are_told_apart():
    """`a - a` is not `a - b`, though both are two names of the student's."""
    assert prints(WHOLE.format("e - e")) != prints(WHOLE.format("e - total"))


def test_statements_that_use_each_other_stay_in_order():
    """What writes a variable is not moved over what reads it."""
    one = "def cost(a, b):\n    a = a + 1\n    b = a * 7 - 5\n    return a / b\n"
    other = "def cost(a, b):\n    b = a * 7 - 5\n    a = a + 1\n    return a / b\n"
    assert prints(one) != prints(other)


def test_cells_are_parts_of_one_file():
    """Split into cells, in another order, a file has the same fingerprints."""
    first, second = BEFORE.split("\ndef softmax")
    imports, helper = first.split("\ndef largest")
    assert prints(f"def softmax{second}", f"def largest{helper}", imports) == prints(BEFORE)


def test_what_is_shared_leaves_a_fingerprint():
    """Any WINDOW + GRAM - 1 labels in a row that two files share are found, whatever is around."""
    shared = "    e = z * 3 - z / 7 + z ** 5 - 11 / z\n    return e * 13\n"
    files = [f"def cost(z):\n    while z > {n}:\n        z = z - {n}\n{shared}" for n in (2, 8)]
    assert prints(files[0]) & prints(files[1])
    assert GRAM + WINDOW - 1 < 20


def test_it_is_the_same_in_every_process():
    """A fingerprint depends on the source alone, and not on a process's seed of hashes."""
    assert prints("def cost(x):\n    return x.mean() - 3\n") == {1045363823608697787}
