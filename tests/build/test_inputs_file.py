"""inputs.py is executed with the given modules of its exercise, and with no other's."""

import sys

import pytest

from grader.build.counterexample import draw
from grader.build.inputs_file import load_strategies
from grader.course.course import Course
from grader.errors import AuthorError
from grader.wire import Array, Seq
from grader.worker.values import to_live

CHECKS = """
from grader.authoring import Exercise

exercise = Exercise({name!r}, title="t", module="m", framework="numpy", given=("drawn", "late"))

@exercise.check(points=10)
def f_values(student, x):
    '''f'''
    return student.f(x)
"""

INPUTS = """
from drawn import *
from grader.authoring import array, given
from hypothesis import strategies as st
import drawn as same

assert same.NUMBER is NUMBER

@st.composite
def _f(draw):
    import late
    return {"x": array([draw(st.just(late.double(NUMBER)))])}

f_values = _f()
"""


def lesson(root, name, *, drawn="NUMBER = 4", late="def double(x): return 2 * x", inputs=INPUTS):
    """An exercise with two given modules."""
    folder, solution = root / "exercises" / f"{name}_x", root / "solutions" / f"{name}_x"
    folder.mkdir(parents=True)
    solution.mkdir(parents=True)
    (folder / "checks.py").write_text(CHECKS.format(name=name))
    (folder / "drawn.py").write_text(drawn)
    (folder / "late.py").write_text(late)
    (solution / "m.py").write_text("def f(x): return x\n")
    (solution / "inputs.py").write_text(inputs)
    return Course(root).lesson(name)


def drawn_by(each):
    """The number that the strategy of an exercise draws."""
    (case,) = draw(load_strategies(each)["f_values"], 1, 0)
    assert isinstance(case["x"], Array)
    return memoryview(case["x"].data).cast("f")[0]


def test_given_modules_can_be_imported_and_belong_to_one_exercise(tmp_path):
    """At the top and in a strategy; another exercise has others of the same names."""
    one = lesson(tmp_path, "ex1", late="from drawn import NUMBER\ndef double(x): return x + NUMBER")
    other = lesson(tmp_path, "ex2", drawn="NUMBER = 5")
    before = set(sys.modules), list(sys.path)
    assert [drawn_by(one), drawn_by(other), drawn_by(one)] == [8, 10, 8]
    assert not {"drawn", "late"} & set(sys.modules)
    assert (set(sys.modules) >= before[0], sys.path) == (True, before[1])


def test_a_module_that_is_not_given_is_not_found(tmp_path):
    """What a student's file can't import, inputs.py can't either."""
    one = lesson(tmp_path, "ex1", inputs="import other\n")
    (one.folder / "other.py").write_text("")
    with pytest.raises(AuthorError, match=r"inputs.py, line 1: ModuleNotFoundError: .*other"):
        load_strategies(one)


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("\nNUMBER = data", r"ex1_x/drawn.py, line 2: NameError: name 'data' is not defined"),
        ("NUMBER = (\n", r"ex1_x/drawn.py, line 1: SyntaxError: '\(' was never closed"),
        ("import late\nlate.double('a', 'b')", r"ex1_x/drawn.py, line 2: TypeError: double"),
        ("import late\nlate.double(None)", r"ex1_x/late.py, line 1: TypeError: unsupported"),
    ],
)
def test_an_error_in_a_given_module_is_told_with_its_file_and_line(tmp_path, drawn, said):
    """inputs.py is not blamed for it."""
    with pytest.raises(AuthorError, match=said):
        load_strategies(lesson(tmp_path, "ex1", drawn=drawn))


def test_lists_of_what_is_drawn_need_no_value_of_the_wire(tmp_path):
    """Arrays of several shapes, and pairs; each between the smallest and the largest size."""
    inputs = """
from hypothesis import strategies as st
from grader.authoring import array, decimals, given, listed, numbers, tuple_of

_arrays = st.sampled_from([(2,), (1, 3)]).flatmap(lambda s: numbers(s, decimals(0, 1))).map(array)
_pairs = st.tuples(st.text("ab", min_size=1, max_size=1), st.integers(0, 9)).map(tuple_of)
f_values = given(x=listed(_arrays, 1, 2), pairs=listed(_pairs, 2, 4))
"""
    strategies = load_strategies(lesson(tmp_path, "ex1", inputs=inputs))
    cases = draw(strategies["f_values"], 40, 0)
    arrays = [case["x"] for case in cases]
    assert {len(each.items) for each in arrays if isinstance(each, Seq)} == {1, 2}
    assert any(_shapes(each) == [(2,), (1, 3)] for each in arrays), "ragged ones, too"
    for case in cases:
        live = to_live(case["pairs"])
        assert 2 <= len(live) <= 4 and all(isinstance(pair, tuple) for pair in live)


def _shapes(value):
    return [item.shape for item in value.items]
