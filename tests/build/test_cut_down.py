"""A function is cut down to what gives its values, and nothing of a student's stays in it."""

import ast
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from grader.build.adopting.cut import cut_down, known_of, laid_out
from grader.build.adopting.ddmin import minimal
from grader.build.adopting.oracle import Oracle
from grader.build.adopting.pieces import text_of
from grader.build.adopting.plain import plain, stripped
from grader.build.adopting.vetted import Known, strangers
from grader.build.adopting.written import Adopted, must_be_possible, with_words
from grader.build.mistake import hints_of, overridden
from grader.errors import AuthorError, UsageError


@dataclass
class Wanted:
    """What is asked of the function alone."""

    function: str = "mean"


@dataclass
class Here:
    """An oracle for code of these tests: it is executed right here, on one input."""

    lesson: object
    wanted: Wanted = field(default_factory=Wanted)
    names: dict[str, Any] = field(default_factory=dict)
    asked: int = 0
    spent: bool = False
    most: int = 1000

    def __call__(self, tree):
        text = text_of(tree)
        if text is None or self.asked >= self.most:
            self.spent = self.asked >= self.most
            return False
        return self.gives(text)

    def gives(self, text):
        self.asked += 1
        names = dict(self.names)
        try:
            exec(text, names)
            return np.allclose(names["mean"](np.array([[1.0, 2.0], [3.0, 4.0]])), [4 / 3, 2])
        except Exception:
            return False


def cut(toy, code, **fields):
    """What is left of the code."""
    oracle: Any = Here(toy, **fields)
    return cut_down(code, oracle, ["mean(x)"])


@pytest.mark.parametrize("needed", [{3}, {0, 9}, {2, 3, 7}, {*range(10)}, set()])
def test_no_single_item_can_be_left_out_of_what_ddmin_keeps(needed):
    """Whatever it starts with, and nothing where nothing is needed."""
    assert {*minimal(range(10), needed.issubset)} == needed


def test_ddmin_halves_what_it_can():
    """One of 64 is found in a few steps."""
    asked = []

    def holds(kept):
        asked.append(kept)
        return 17 in kept

    assert minimal(range(64), holds) == [17]
    assert len(asked) < 20


def test_what_the_values_do_not_need_is_gone(toy):
    """Statements, branches, helpers, arguments; what has a name and is used once moves."""
    code = '''
import numpy as np
import os
MORE = 1

def helper(values, unused=3):
    "a text"
    return np.asarray(values).sum(axis=0)

def mean(values: "array"):
    """Ann Lee, 41012345"""
    author = "Ann Lee"  # Ann
    if len(author) > 3:
        total = helper(values, unused=5)
    else:
        total = 0
    for letter in author:
        print(letter)
    try:
        count = len(values) + MORE + 0 * 41012345
    finally:
        pass
    return total / count

def spread(x):
    return x
'''
    found = cut(toy, code)
    assert found.is_smallest and not found.strangers
    assert "Ann" not in found.code and "41012345" not in found.code
    assert "spread" not in found.code and "os" not in found.code
    assert overridden(ast.parse(found.code), toy.exercise.functions) == ["mean"]
    assert found.statements <= 4 < found.before


def test_what_is_used_is_imported_though_the_reference_has_it(toy):
    """The mistake stands in the reference's place, whose imports would do for it."""
    code = """
import numpy as np
import numpy.linalg
from math import floor, pi
from functools import partial as ann

def mean(x):
    import os, numpy as inner
    return np.sum(x, axis=0) / inner.add(2, floor(1.5))
"""
    found = cut(toy, code, names={"np": np, "numpy": np})
    lines = found.code.strip().split("\n")
    assert lines[0] == "import numpy as np" and "os" not in found.code
    assert "ann" not in found.code and "lee" not in found.code
    names = {node.id for node in ast.walk(ast.parse(found.code)) if isinstance(node, ast.Name)}
    assert ("floor" in names) is ("import floor" in found.code)
    assert "pi" not in found.code and "linalg" not in found.code


def test_no_number_stands_for_what_happens_to_be_that(toy):
    """In a key, all inputs may have two rows; the mistake is one for any number of them."""
    found = cut(
        toy, "def mean(x):\n    return x.sum(0) / (x.shape[0] + (len(x) - 1)) + 0 * x.sum(0)"
    )
    assert found.code == "def mean(x):\n    return x.sum(0) / (x.shape[0] + (len(x) - 1))\n"


def test_the_smallest_so_far_is_taken_where_it_may_not_ask_on(toy):
    """It still gives the values, and says that it could be smaller."""
    code = "def mean(x):\n" + "".join(f"    n{i} = {i}\n" for i in range(40))
    code += "    return x.sum(0) / (len(x) + 1)\n"
    found = cut(toy, code, most=12)
    assert not found.is_smallest and 2 < found.statements <= 42
    assert Here(toy).gives(found.code)


@pytest.mark.parametrize(
    "code",
    [
        "def mean(x):\n    return x",
        "def mean(x:\n",
        "\0",
        "",
        "def mean(x):\n    return " + "-" * 3000 + "x",
        "def mean(x):\n    return " + "+".join("x" for _ in range(3900)),
        "#" * 9000,
    ],
    ids=["other values", "no Python", "zero", "nothing", "deep", "long sum", "too long"],
)
def test_code_that_does_not_do_is_no_error(toy, code):
    """Nothing is cut down, and no exception is raised."""
    assert cut(toy, code) is None


NAMES = """
import numpy as annlee
from math import floor as anns_floor
ANN = 2

class AnnsSum:
    def __init__(self, anns_start):
        self.ann_total = anns_start

    def ann_add(self, ann=0, *, lee=0):
        self.ann_total = self.ann_total + ann + lee

def ann_scaled(ann, lee=1):
    return annlee.multiply(ann, lee)

def mean(ann_x):
    ann_sum = AnnsSum(anns_start=0)
    for ann_row in ann_x:
        ann_sum.ann_add(ann=ann_row, lee=0)
    try:
        ann_n = [ann for ann in range(len(ann_x) + 1)]
        lee = lambda ann, /, *anns, **lees: ann
        ann_y = lee(ann_scaled(ann_sum.ann_total, lee=1), 1, ann=3)
        if (ann_w := anns_floor(1.5)) > 3:
            del ann_w
    except ValueError as ann_error:
        raise ann_error
    def inner():
        nonlocal ann_n
        global ANN
        ANN = 3
        match ann_n:
            case [ann, *lee]:
                return lee
            case {"a": 1, **lee}:
                return lee
            case str() as ann:
                return ann
    return ann_y / len(ann_n)
"""


def test_every_name_of_the_students_becomes_a_plain_one(toy):
    """Of helpers, classes, methods, attributes, arguments and imports; the code does the same."""
    made = plain(stripped(ast.parse(NAMES), "mean", ["mean", "spread"]), "mean", ["mean(x)"])
    text = laid_out(made)
    assert "ann" not in text.lower() and "lee" not in text.lower()
    assert "import numpy as np" in text and "from math import floor" in text
    assert "def mean(x):" in text and "axis" not in text
    assert Here(toy).gives(text)
    assert not strangers(ast.parse(text), known_of(toy), ["a", "1"])


def test_parameters_are_called_as_the_task_calls_them_where_there_are_as_many():
    """Where there are more, they are letters, and none of the task's names becomes another."""
    text = "def mean(values, x, more=1):\n    logits = values + x\n    return logits * more"
    made = ast.unparse(plain(ast.parse(text), "mean", ["mean(logits, x)"]))
    assert made == "def mean(a, x, b=1):\n    logits = a + x\n    return logits * b"
    made = ast.unparse(
        plain(ast.parse("def mean(a, b):\n    return b - a"), "mean", ["mean(b, a)"])
    )
    assert made == "def mean(b, a):\n    return a - b"


def test_a_keyword_of_a_librarys_function_stays(toy):
    """Though the student has a variable that is called so."""
    code = "def mean(axis):\n    keepdims = 0\n    return np.sum(axis, axis=keepdims)"
    text = f"import numpy as np\n\n{code}"
    made = ast.unparse(plain(ast.parse(text), "mean", ["mean(x)"]))
    assert "np.sum(x, axis=a)" in made


HARMFUL = [
    ("__import__('os').system('id')", "__import__"),
    ("eval('1')", "eval"),
    ("open('x')", "open"),
    ("getattr(x, 'y')", "getattr"),
    ("x.__class__.__mro__", "__class__"),
    ("np.load('x')", "load"),
    ("x.tofile('x')", "tofile"),
    ("np.ctypeslib.ctypes", "ctypes"),
    ("tf.io.read_file('x')", "io"),
    ("tf.py_function(x)", "py_function"),
    ("np.lib.format.open_memmap('x')", "lib"),
    ("x.dump('x')", "dump"),
    ("'{0.real}'.format(x)", "format"),
]


@pytest.mark.parametrize(("code", "word"), HARMFUL, ids=[word for _, word in HARMFUL])
def test_what_reaches_outside_is_a_stranger(code, word):
    """`grader build` executes the file without isolation. Nobody's use of a word makes it known."""
    known = Known()
    known.add(ast.parse("def os(): return eval, open, getattr, x.io, x.ctypes"))
    tree = ast.parse(f"import numpy as np\n\ndef mean(x):\n    return {code}")
    assert word in [found.text for found in strangers(tree, known, ())]


@pytest.mark.parametrize(
    "line", ["import os", "from os import system", "from . import x", "import numpy.f2py"]
)
def test_an_import_of_what_reaches_outside_is_a_stranger(line):
    """In whatever form."""
    assert strangers(ast.parse(line), Known(), ())


def test_texts_and_long_numbers_are_strangers_unless_an_author_wrote_them():
    """Types and subscripts of einsum are none, and what a person has read is none any more."""
    code = (
        "def mean(x):\n    a = 'ann', 'float32', 'ij,j->i', 41012345, 1000000, 65535, b'ann'\n"
        "    return a, 'same', f'{x} lee', ''"
    )
    known = Known()
    known.add(ast.parse("'same'"))
    found = strangers(ast.parse(code), known, ())
    assert [word.text for word in found] == ["ann", "41012345", "b'ann'", " lee"]
    assert [word.line for word in found] == [2, 2, 2, 3]
    assert not strangers(ast.parse(code), known, ["ann", "41012345", "b'ann'", " lee"])


HINTS = [
    ("one",),
    ("one", "two"),
    ('"quoted"', 'ends with "quotes"'),
    ('ends with a "quote"',),
    ('has """ in it and a \\ too', "`x\\ny`"),
    ("一個很長的句子。" * 30, "word " * 60 + "end"),
]


@pytest.mark.parametrize("hints", HINTS, ids=range(len(HINTS)))
def test_the_file_has_the_hint_as_it_was_written(hints):
    """Each level is a paragraph of the docstring, whatever is in it."""
    code = "def mean(x):\n    return x\n"
    tree = ast.parse(Adopted("mean_x", "mean", hints, code=code).text)
    assert hints_of(tree) == tuple(" ".join(hint.split()) for hint in hints)
    assert ast.unparse(tree.body[1]) == code.strip()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("other", "begin with the function"),
        ("mean", "says nothing of the mistake"),
        ("mean_../../x", "begin with the function"),
        ("mean_ä", "begin with the function"),
        ("meaning", "begin with the function"),
        ("mean_sum", "is there already"),
        ("mean_SUM", "is there already"),
    ],
)
def test_a_name_that_can_not_be_is_refused(toy, name, said):
    """One that is no file's name, of another function, or taken."""
    with pytest.raises(UsageError, match=said):
        must_be_possible(toy, Adopted(name, "mean", ("a hint",)))


def test_a_hint_needs_a_place(toy):
    """In a language in which the exercise has no words there is none."""
    with pytest.raises(UsageError, match=r"words\.zh-TW\.toml"):
        must_be_possible(toy, Adopted("mean_x", "mean", ("a",), {"zh-TW": ("一",)}))
    with pytest.raises(UsageError, match="empty"):
        must_be_possible(toy, Adopted("mean_x", "mean", ()))


WORDS = '# Words.\ntitle = "t"\n\n[mistakes]\nmean_sum = """\n一\n\n二"""\n\n[said]\n"a" = "b"\n'


def test_a_translated_hint_stands_among_the_others(tmp_path):
    """All else is as it was; a second time nothing changes; another hint of that name is kept."""
    path = tmp_path / "words.zh-TW.toml"
    made = with_words(WORDS, "mean_x", ('"三"', "四\\"), path)
    assert made.replace('mean_x = """\n"三"\n\n四\\\\"""\n\n', "") == WORDS
    assert with_words(made, "mean_x", ('"三"', "四\\"), path) == made
    with pytest.raises(AuthorError, match="another hint"):
        with_words(made, "mean_x", ("五",), path)
    assert "[mistakes]" in with_words('title = "t"\n', "mean_x", ("三",), path)
    with pytest.raises(AuthorError, match="not TOML"):
        with_words("title =", "mean_x", ("三",), path)
    with pytest.raises(AuthorError, match="no place"):
        with_words('a = """\n[mistakes]\n"""\n', "mean_x", ("三",), path)


@pytest.mark.parametrize(
    ("number", "is_known"),
    [
        ("0.41012345", False),
        ("1e-07", True),
        ("3.5", True),
        ("2.71828", True),
        ("4.1012345j", False),
    ],
)
def test_a_number_with_many_digits_may_be_an_id(number, is_known):
    """Also behind a point."""
    assert bool(strangers(ast.parse(number), Known(), ())) is not is_known


def test_an_oracle_that_was_asked_enough_says_no(toy):
    """So a search comes to its end, and says that it was ended."""
    nobody: Any = None
    oracle = Oracle(toy, nobody, nobody, nobody, most=0)
    assert not oracle(ast.parse("x = 1")) and oracle.spent
    assert not Oracle(toy, nobody, nobody, nobody, seconds=-1)(ast.parse("x = 1"))
