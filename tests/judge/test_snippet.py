"""Code to paste: it runs as it stands, at Python's prompt and as a file."""

import ast
import subprocess
import sys
import textwrap
from typing import Any

import numpy as np
import pytest
from conftest import ROOT

from grader.build.counterexample import draw
from grader.build.inputs_file import load_strategies
from grader.course import definition_of
from grader.course.course import Course
from grader.judge import Submission
from grader.judge import snippet as snippets
from grader.judge.snippet import pasteable, snippet
from grader.wire import Array, Map, Number, Seq

CHECKS = '''
import contextlib
import os.path
from math import tau

exercise = Exercise("ex1")
FACTOR = 2
TABLE: dict = {"one": 1}
TABLE["two"] = FACTOR
for _name in ("three", "four"):
    TABLE[_name] = len(TABLE) + 1
MORE, *REST = [2, 3, 4]
REST.append(5)
UNUSED = [].no_such_thing
if __name__ == "__main__":
    FACTOR = UNUSED


class Base:
    start = TABLE["four"]

    def __enter__(self):
        return self.start

    def __exit__(self, *found):
        pass


@contextlib.contextmanager
def opened(start=MORE):
    yield start + sum(REST)


class Scale:
    """Has methods."""

    by = FACTOR

    def of(self, x):
        """Scaled."""

        return self.by * x

    def twice(self, x):
        return self.of(self.of(x))


def helper(student, x):
    return student.mean(x)


def plain(student, x):
    """A check."""
    return student.mean(x)


def nested(student, x):
    def inner(y):
        return student.mean(y) + 1

    return inner(x)


def early(student, x):
    if len(x) > 1:
        return student.mean(x)
    return None


def given_away(student, x):
    return helper(student, x) * Scale().twice(1) * (tau > 6)


@exercise.check(points=1)
def with_context(student, x):
    class Inner(Base):
        pass

    with opened() as start, Inner() as four:
        return student.mean(x) + start + four


@exercise.check(points=1)
def another(student, x):
    return with_context(student, x) - len(os.path.join("ab", "cd")) - 8


def with_block(student, x):
    with np.errstate(all="ignore"):
        y = student.mean(x)
    for _ in range(2):
        y = y + 1
    return y, x
'''
NAMES = ["plain", "nested", "early", "given_away", "with_block", "with_context", "another"]
RIGHT = "def mean(x):\n    return x.mean(0)\n"


def value(numbers, kind="array", dtype="float32"):
    made = np.ascontiguousarray(numbers, dtype=dtype)
    return Array(kind, dtype, np.shape(numbers), memoryview(made.tobytes()))


def code_of(name, module="mine", **inputs):
    inputs = inputs or {"x": value([[1.5, 2.0], [3.0, 4.0]])}
    return snippet(*definition_of(CHECKS, name), module, inputs)


def run(code, folder, *, prompt=False):
    """Standard output and standard error of the code."""
    arguments = ["-iq"] if prompt else ["-c", code]
    return subprocess.run(
        [sys.executable, *arguments],
        input=code + "\n\n" if prompt else "",
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("prompt", [True, False], ids=["prompt", "file"])
def test_it_runs_as_pasted(tmp_path, name, prompt):
    """Helpers, classes and constants are in it, and no empty line ends a block too early."""
    (tmp_path / "mine.py").write_text(RIGHT)
    done = run(code_of(name), tmp_path, prompt=prompt)
    assert "Error" not in done.stderr and "..." not in done.stdout
    assert any(number in done.stdout for number in ("2.25", "3.25", "4.25", "9.", "20.25", "7.25"))
    assert "UNUSED" not in code_of(name)


@pytest.mark.parametrize("file", ["logistic (1).py", "3.py", "class.py", "a.b.py", "作業.py"])
def test_a_file_may_have_any_name(tmp_path, file):
    """A browser saves a second copy under such a name."""
    (tmp_path / file).write_text(RIGHT, encoding="utf-8")
    for name in ("plain", "given_away"):
        done = run(code_of(name, file.removesuffix(".py")), tmp_path)
        assert done.returncode == 0, done.stderr


def test_numbers_are_exact(tmp_path):
    """Small, large, of eight bytes, not finite, of many rows: what is written is what was given."""
    rng = np.random.default_rng(0)
    arrays = {
        "a": value(rng.normal(size=(9, 30)) * 1e-5, dtype="float32"),
        "b": value(rng.normal(size=(2, 3)), dtype="float64"),
        "c": value([np.nan, np.inf, -np.inf, 1e-30, 12345678.9], dtype="float64"),
        "d": value([[True], [False]], dtype="bool"),
        "e": value(np.zeros((0, 3))),
        "f": value(7, dtype="int64"),
    }
    code = code_of("plain", x=Seq("list", list(arrays.values())), y=Map([("k", 1.5)]))
    lines = [line for line in code.split("\n") if not line.startswith(("from mine", "print"))]
    assert max(map(len, lines)) < 120
    found: dict[str, Any] = {}
    exec("\n".join(lines), found)
    assert found["y"] == {"k": 1.5}
    for made, wanted in zip(found["x"], arrays.values(), strict=True):
        assert made.dtype == wanted.numpy().dtype
        np.testing.assert_array_equal(made, wanted.numpy())


def test_what_can_not_be_written_is_not_used(tmp_path):
    """There is no code at all where an input is too long for it, or of no type that can be made."""
    assert code_of("plain", x=value(np.zeros((100, 100)))) == ""
    assert code_of("plain", x=Number("fractions.Fraction", 0.5)) == ""


def test_an_authors_own_code_is_kept():
    """With the imports that it needs."""
    code = textwrap.dedent("x = np.ones(2)\nprint(mean(x))")
    assert pasteable(code, "mine", ["mean"]).splitlines() == [
        "import numpy as np",
        "from mine import mean",
        "x = np.ones(2)",
        "print(mean(x))",
    ]
    ast.parse(code)


@pytest.mark.parametrize("name", ["toy", "lending"])
def test_what_an_exercise_shows_runs_when_it_is_pasted(tmp_path, name):
    """Each check's snippet, beside the reference, prints and raises nothing."""
    lesson = Course(ROOT / "tests" / name).lesson("ex1")
    strategies = load_strategies(lesson)
    file = tmp_path / lesson.file_name
    file.write_text(lesson.reference.read_text())
    submission = Submission(file.name, ())
    for check in lesson.exercise.checks:
        (inputs,) = draw(strategies[check.name], 1, 0)
        code = snippets.of_check(lesson, check, submission, inputs)
        done = run(code, tmp_path)
        assert code and done.returncode == 0 and done.stdout, (check.name, done.stderr)
