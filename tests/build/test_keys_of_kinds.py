"""Keys of exercises with dicts, True and False, and exceptions; an author's mistakes in them."""

import shutil
from typing import Any, cast

import numpy as np
import pytest
from conftest import ROOT
from hypothesis import strategies as st

from grader.authoring import Check, array, decimals, given, numbers
from grader.build.generate import _Builder, build_key
from grader.course import decode_key, encode_key
from grader.course.course import Course
from grader.errors import AuthorError
from grader.wire import Array, Raised, Returned


@pytest.fixture
def copy(tmp_path):
    """A copy of the course that a test may spoil: `(file, old, new)` changes one."""
    shutil.copytree(ROOT / "tests" / "values", tmp_path, dirs_exist_ok=True)

    def changed(name, old, new):
        (path,) = tmp_path.glob(f"*/ex1_values/{name}")
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return Course(tmp_path).lesson("ex1")

    return changed


@pytest.fixture(scope="module")
def key(numpy_zygote):
    """The key of the course."""
    return build_key(Course(ROOT / "tests" / "values").lesson("ex1"), numpy_zygote)


def test_the_key_has_what_is_raised(key):
    """In the place of values, on every input; and it is written and read as it is."""
    assert decode_key(encode_key(key), "answers.key") == key
    expected = key.checks["root_negative"].expected
    assert all(isinstance(e, Raised) and e.asked == ["ValueError"] for e in expected)
    outcomes = {mistake.name: mistake.outcomes for mistake in key.mistakes}
    asserts = outcomes["root_asserts"]["root_negative"].values()
    assert {(o.type, tuple(o.asked)) for o in asserts if isinstance(o, Raised)} == {
        ("AssertionError", ())
    }


def test_of_true_and_false_every_outcome_is_kept(key):
    """A single one proves nothing: half of all functions have it."""
    (kept,) = (m.outcomes for m in key.mistakes if m.name == "converged_signed")
    assert len(kept["converged_values"]) == len(key.checks["converged_values"].cases)


class _Function:
    """Answers calls by a function of x."""

    def __init__(self, function):
        self.function = function

    def outcome(self, check, case):
        made = np.asarray(self.function(case["x"].numpy()))
        return Returned(Array("array", "float64", made.shape, memoryview(made.tobytes())))

    def outcomes(self, check, cases):
        return [self.outcome(check, case) for case in cases]

    answers = outcomes


def test_what_exposes_a_mistake_is_more_than_zeros():
    """Hypothesis shrinks to zeros; of those that it tried on the way a plainer one is kept."""
    check = Check("f_values", "title", "f", lambda student, x: None, 1.0)
    builder = cast(Any, _Builder.__new__(_Builder))
    shapes = st.sampled_from([(1, 1), (2, 2), (3, 2)])
    matrices = shapes.flatmap(lambda shape: numbers(shape, decimals(-9, 9)))
    builder.strategies = {check.name: given(x=matrices.map(lambda x: array(x, "float64")))}
    builder.reference, builder.examiner = _Function(lambda x: x.sum(0)), None
    builder.cases, builder.answers, builder.seed = {check.name: {}}, {}, 0
    assert builder._expose(check, _Function(lambda x: x.mean(0) + (x.max() > 3)), examples=200)
    (case,) = builder.cases[check.name].values()
    assert len(np.unique(case["x"].numpy())) > 1 and case["x"].numpy().all()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "kinds.py",
            'raise ValueError("a negative number has no root")',
            "return 1.0, 2.0",
            r"kinds.py: root_negative: returned \(1.0, 2.0\), expected a ValueError \(raises=",
        ),
        (
            "kinds.py",
            'raise ValueError("a negative number has no root")',
            'raise TypeError("no")',
            "kinds.py: root_negative: raised TypeError: no, expected a ValueError",
        ),
        ("checks.py", ", raises=ValueError", "", "root_negative: ValueError: a negative number"),
        (
            "checks.py",
            "student.unpack(student.pack(x))",
            "student.unpack(student.joined(x))",
            "unpack_round uses student.joined, and no check grades joined",
        ),
    ],
)
def test_an_authors_mistake_names_the_check(copy, numpy_zygote, file, old, new, message):
    """What the reference does is not what the check asks; or nobody is asked for a function."""
    with pytest.raises(AuthorError, match=message):
        build_key(copy(file, old, new), numpy_zygote)
