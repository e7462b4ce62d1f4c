"""Finding exercises, and reading a checks.py without its framework."""

import ast
import dataclasses
import subprocess
import sys
from typing import Any

import pytest
from conftest import ROOT

from grader.course.checks_file import definition_of, load_exercise, uses
from grader.course.course import find, named, packaged
from grader.errors import AuthorError, UsageError


def load(tmp_path, source, folder="ex1_mean"):
    path = tmp_path / folder / "checks.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source)
    return load_exercise(path, source)


HEAD = "from grader.authoring import Exercise\nexercise = Exercise('ex1', title='t', module='m')\n"
CHECK = """@exercise.check(points=1)
def f_values(student, x):
    '''title'''
    return student.f(x)
"""


@pytest.mark.parametrize(
    "body",
    [
        "[student.f(x) for _ in range(2)]",
        "(lambda: student.f(x))()",
        "sum(student.f(y) for y in x)",
    ],
)
def test_what_a_check_grades_is_seen_also_inside_of_it(tmp_path, body):
    """In a comprehension, which is a function of its own for Python, or in a lambda."""
    source = HEAD + CHECK.replace("student.f(x)", body)
    assert load(tmp_path, source).functions == ["f"]


def test_the_host_reads_checks_without_tensorflow():
    """An author imports TensorFlow at the top, as anyone would; the host does not pay for it."""
    code = (
        "import sys; from pathlib import Path; from grader.course.course import Course\n"
        f"exercise = Course(Path({str(ROOT)!r})).lesson('ex1').exercise\n"
        "assert len(exercise.checks) == 16\n"
        "sys.exit('tensorflow' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "imports",
    [
        "import tensorflow as tf\n",
        "from tensorflow import keras\n",
        "import tensorflow.keras.layers as layers\n",
        "import keras\n",
        "from given import softmax\n",
        "import tensorflow as tf\nclass Recording(tf.Module): pass\n",
        "import tensorflow as tf\n@tf.function\ndef helper(x): return x\n",
    ],
)
def test_imports_of_an_author_are_stood_in_for(tmp_path, imports):
    """Whatever form the import has; other modules are really imported."""
    (tmp_path / "ex1_mean").mkdir()
    (tmp_path / "ex1_mean" / "given.py").write_text("raise ImportError('not on the host')")
    assert load(tmp_path, imports + "import math\nmath.pi\n" + HEAD + CHECK).functions == ["f"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (HEAD, "defines no `exercise"),
        ("x = ", "SyntaxError"),
        (HEAD + CHECK.replace("'''title'''", ""), "no docstring"),
        (HEAD + CHECK.replace("points=1", ""), "points must be a number above 0"),
        (HEAD + CHECK + CHECK, "defined twice"),
        (HEAD + CHECK.replace("f_values", "g_values"), "add of="),
        (HEAD + CHECK.replace("points=1", "points=1, needs='g'"), "needs 'g'"),
        (HEAD + CHECK.replace("points=1", "points=1, needs=('f_values', 'g')"), "needs 'f_values'"),
        (HEAD + CHECK.replace("points=1", "points=1, colour=2"), "colour"),
        (HEAD + CHECK.replace("points=1", "points=1, raises='ValueError'"), "not 'ValueError'"),
        (HEAD + CHECK.replace("points=1", "points=1, raises=KeyboardInterrupt"), "not <class"),
        (HEAD + CHECK.replace("points=1", "points=1, raises=Exception"), "=Exception can't be"),
        (HEAD + CHECK.replace("points=1", "points=1, raises=NameError"), "=NameError can't be"),
        (
            HEAD + CHECK.replace("points=1", "points=1, raises=(ValueError, NotImplementedError)"),
            "=NotImplementedError can't be",
        ),
        (
            HEAD + CHECK.replace("points=1", "points=1, raises=ValueError, holds=print"),
            "holds is about what is returned",
        ),
        (
            "import tensorflow as tf\n"
            + HEAD
            + CHECK.replace("points=1", "points=1, raises=tf.errors.OpError"),
            "a class of exceptions of Python or NumPy",
        ),
        (
            HEAD + CHECK.replace("student.f(x)", "student.g(student.f(x))"),
            "f_values uses student.g, and no check grades g",
        ),
        (
            HEAD.replace("'ex1'", "'ex2'") + CHECK,
            r"Exercise\('ex2'\).*name of its folder ex1_mean/",
        ),
        ("import tensorflow as tf\ntf.constant(1.0)\n" + HEAD + CHECK, "calls tensorflow.constant"),
    ],
)
def test_a_mistake_in_checks_names_the_file(tmp_path, source, message):
    """An author reads one line, with the file and what is wrong."""
    with pytest.raises(AuthorError, match=message) as error:
        load(tmp_path, source)
    assert "ex1_mean" in str(error.value)


def test_a_check_says_what_it_needs_uses_and_asks(tmp_path):
    """One or several; a function that stands in a helper of checks.py is used as well."""
    helper = "def both(student, x): return student.f(x), student.g(x)\n"
    second = CHECK.replace("f_values", "g_values").replace("student.f(x)", "both(student, x)")
    second = second.replace("points=1", "points=1, of='g', needs='f_values', raises=ValueError")
    third = CHECK.replace("f_values", "f_more")
    third = third.replace("points=1", "points=1, needs=['f_values', 'g_values'], raises=(OSError,)")
    exercise = load(tmp_path, HEAD + helper + CHECK + second + third)
    needs = [check.needs for check in exercise.checks]
    assert needs == [(), ("f_values",), ("f_values", "g_values")]
    assert [check.raises for check in exercise.checks] == [(), (ValueError,), (OSError,)]
    used = uses(HEAD + helper + CHECK + second + third, exercise)
    assert used == {"f_values": ["f"], "g_values": ["f", "g"], "f_more": ["f"]}


def test_a_course_is_found_upward(tmp_path):
    """From any folder in it; the nearest counts."""
    assert find(ROOT / "tests" / "toy" / "exercises" / "ex1_mean").root == ROOT / "tests" / "toy"
    assert find(tmp_path).lesson("ex1").exercise.title == "Logistic regression"


def test_exercises_are_in_the_order_of_their_numbers(tmp_path):
    """ex2 comes before ex10, and what has no number after both."""
    for name in ("bonus", "ex10", "ex2", "ex1", "again"):
        folder = tmp_path / "exercises" / f"{name}_x2"
        folder.mkdir(parents=True)
        (folder / "checks.py").write_text("")
    assert list(find(tmp_path).folders) == ["ex1", "ex2", "ex10", "again", "bonus"]


def a_course(root, after):
    """A course of exercises by name, each with those that it says come before it."""
    for name, earlier in after.items():
        folder = root / "exercises" / f"{name}_x"
        folder.mkdir(parents=True)
        head = HEAD.replace("'ex1'", repr(name)).replace("module=", f"after={earlier!r}, module=")
        (folder / "checks.py").write_text(head + CHECK)
    return find(root)


def test_the_path_is_by_number_and_late_ones_wait_for_who_needs_them(tmp_path):
    """ex1 is after ex7, so it stands before ex9, the first that needs it, and with it ex2, which is
    after ex7 too; ex3 is after that, and stands before ex12.
    """
    after = {
        "ex1": ("ex7",),
        "ex2": ("ex7",),
        "ex3": ("ex2",),
        "ex4": (),
        "ex7": ("ex4",),
        "ex8": ("ex7",),
        "ex9": ("ex1",),
        "ex10": ("ex2",),
        "ex11": ("ex1", "ex4"),
        "ex12": ("ex3", "ex9"),
    }
    names = [lesson.exercise.name for lesson in a_course(tmp_path, after).path]
    assert names == ["ex4", "ex7", "ex8", "ex1", "ex2", "ex9", "ex10", "ex11", "ex3", "ex12"]


def test_without_a_path_the_numbers_are_the_order(tmp_path):
    """And one that nobody waits for stands at the end."""
    course = a_course(tmp_path, {"ex1": (), "ex2": ("ex10",), "ex3": (), "ex10": ()})
    assert [each.exercise.name for each in course.path] == ["ex1", "ex3", "ex10", "ex2"]


@pytest.mark.parametrize(
    ("after", "message"),
    [
        ({"ex1": (), "ex2": ("ex7",)}, "checks.py of ex2: after='ex7', and .* no such exercise"),
        ({"ex1": ("ex1",)}, "checks.py of ex1: after='ex1' makes a circle: ex1 after ex1"),
        (
            {"ex1": ("ex3",), "ex2": ("ex1",), "ex3": ("ex2",)},
            "checks.py of ex2: after='ex1' makes a circle: ex1 after ex3 after ex2 after ex1",
        ),
        ({"ex1": (), "ex2": "ex1"}, "after='ex1' is a text; write a tuple"),
    ],
)
def test_a_path_that_is_none_is_the_authors_error(tmp_path, after, message):
    """It names the file, and what is wrong with it."""
    with pytest.raises(AuthorError, match=message):
        _ = a_course(tmp_path, after).path


@pytest.mark.parametrize("name", ["ex1", "ex1_logistic", "exercises/ex1_logistic/"])
def test_an_exercise_has_a_short_and_a_long_name(name):
    """And the path of its folder will do."""
    assert find(ROOT).lesson(name).exercise.name == "ex1"


def test_an_unknown_exercise_is_answered_with_the_nearest():
    """A typing error costs one look."""
    with pytest.raises(UsageError, match="did you mean ex1"):
        find(ROOT).lesson("ex1_logstic")


CHECKS = """
import math
from dataclasses import dataclass
from given import softmax as soft

SCALE: float = 2.0
LIMITS = LOW, HIGH = (-SCALE, SCALE)
UNUSED = 3


@dataclass
class Point:
    x: float


class Shifted(Point):
    by = SCALE


def helper(x):
    return Shifted(soft(x) + later(x))


def later(x):
    return math.floor(x) + HIGH


def f_values(student, x):
    return student.f(helper(x).x)
"""


def test_what_a_check_uses_is_shown_with_it():
    """Functions, constants, classes and imports, also those of one another, in their order."""
    _, used = definition_of(CHECKS, "f_values")
    code = "\n".join(map(ast.unparse, used))
    for part in ("import math", "import dataclass", "softmax as soft", "SCALE: float", "LIMITS"):
        assert part in code
    assert "UNUSED" not in code
    names: dict[str, Any] = {"soft": abs, "dataclass": dataclasses.dataclass}
    exec(code.replace("from given import softmax as soft", ""), names)
    assert names["helper"](1).x == 4.0


def test_where_a_course_is_from_travels_with_its_exercise():
    """To other machines, too; it makes no other version of the exercise."""
    own, named_ = find(ROOT / "tests" / "toy").lesson("ex1"), named(ROOT / "tests/toy", "--course")
    assert str(own.course) == f"{ROOT / 'tests' / 'toy'}, found from the working directory"
    there = named_.lesson("ex1").material
    assert there.lesson().course == named_.origin == there.course
    assert there.version == own.material.version
    assert find(ROOT).origin is None and packaged().lesson("ex1").material.course is None
