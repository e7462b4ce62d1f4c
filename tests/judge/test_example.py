"""Which failure is shown: a small one, on which expected and returned differ plainly."""

from typing import Any, cast

import numpy as np
import pytest

from grader.authoring import Asks, Check, Tolerance
from grader.build.counterexample import live
from grader.judge import notation
from grader.judge.compare import Failure, difference
from grader.judge.example import as_text, plainest, rank, size
from grader.judge.numbers import numbers_differ
from grader.report import Verdict
from grader.wire import Array, Inputs, Map, Raised, Returned, Seq, Value


def check(**options):
    return Check("f_values", "the title", "f", lambda student, x: None, 1.0, **options)


def value(numbers, kind="array", dtype="float32"):
    made = np.ascontiguousarray(numbers, dtype=dtype)
    return Array(kind, dtype, np.shape(numbers), memoryview(made.tobytes()))


def failure(x, expected, got, of=None):
    """A failure of values: input, expected, returned."""
    e, o = Returned(value(expected)), Returned(value(got))
    inputs = {"x": value(x)}
    differs = difference(e, o, of or check(), inputs)
    assert differs is not None
    return Failure(inputs, e, o, differs)


ZEROS = failure([[0.0]], [0.0], [0.001])
FAINT = failure([[1.5, 2.0], [0.3, 1.0]], [0.333333], [0.333378])
PLAIN = failure([[1.5, 2.0], [0.3, 1.0]], [0.5], [0.9])
LARGE = failure(np.arange(60.0).reshape(6, 10), [0.5], [0.9])
EQUAL = failure([[0.0, 0.0], [0.0, 0.0]], [0.5], [0.9])
UNEVEN = failure([[1.5, 2.0], [0.3, 1.0]], [0.5, 1e-7], [0.9, 1e-7])


@pytest.mark.parametrize("other", ["ZEROS", "FAINT", "LARGE", "EQUAL", "UNEVEN"])
def test_the_plain_one_is_shown(other):
    """Wherever it stands: not one row of zeros, not the fourth digit, not sixty numbers."""
    each = globals()[other]
    for failures in ([each, PLAIN], [PLAIN, each]):
        assert plainest(iter(failures), check()) is PLAIN


def test_one_criterion_after_the_other_finds_what_all_together_find():
    """The first of those that are equal by all of them, as `min` gives it."""
    chance = np.random.default_rng(0)
    drawn: list[Failure] = []
    while len(drawn) < 300:
        x = chance.integers(-2, 3, chance.integers(1, 5, 2)) * chance.choice([1, 0.25, 1e3])
        faint = chance.choice([1e-4, 0.01, 1.0])
        drawn.append(failure(x, [1.0], [1.0 + faint]))
    for _ in range(200):
        some = [drawn[i] for i in chance.integers(0, len(drawn), 8)]
        assert plainest(iter(some), check()) is min(some, key=lambda each: rank(each, check()))


def test_what_is_shown_ends_as_the_first_one():
    """An exception is not shown for a wrong value, nor one exception for another."""
    inputs = {"x": value([[0.0]])}
    made = []
    for name in ("ValueError", "TypeError"):
        outcome, expected = Raised(name, "what"), Returned(value([0.0]))
        differs = difference(expected, outcome, check(), inputs)
        assert differs is not None and differs.verdict is Verdict.ERROR
        made.append(Failure(inputs, expected, outcome, differs))
    assert plainest(iter([made[0], PLAIN, made[1]]), check()) is made[0]
    assert plainest(iter([ZEROS, *made]), check()) is ZEROS
    assert plainest(iter([]), check()) is None


def test_where_a_predicate_decides_the_first_is_shown():
    """Each question costs a call of another worker."""
    assert plainest(iter([ZEROS, PLAIN]), check(holds=lambda value: ())) is ZEROS


def test_a_dtype_is_never_faint():
    """Where the dtype is asked, numbers that are equal are no reason against an example."""
    asks = check(asks=Asks.DTYPE)
    assert rank(PLAIN, asks)[1] == rank(FAINT, asks)[1] == 0


class _Answers:
    """Answers each call by a function of the input."""

    def __init__(self, answer):
        self.answer = answer

    def outcome(self, of, inputs):
        return Returned(value(self.answer(inputs["x"].numpy())))


def test_a_search_gives_the_plainest_that_it_met():
    """Hypothesis ends at the smallest, which is often all zeros."""
    from grader.authoring.strategies import array, decimals, given, numbers

    strategy = given(x=numbers((2, 2), decimals(-5, 5)).map(array))
    right, wrong = _Answers(lambda x: x.sum(0) + 1), _Answers(lambda x: x.sum(0) * 1.5 + 1.001)
    found = live(check(), strategy, cast(Any, wrong), cast(Any, right), 100)
    assert found is not None
    assert rank(found, check())[1] == 0
    assert len(np.unique(found.inputs["x"].numpy())) > 1


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        (0.88, 0.5, "got 0.88, expected 0.5"),
        (0.333378, 0.333333, "got 0.33338, expected 0.33333"),
        (0.25 + 1e-9, 0.25, "got 0.250000001, expected 0.25"),
        (6.907755, 12.429216, "got 6.908, expected 12.43"),
        (1234567, 1234568, "got 1234567, expected 1234568"),
        (np.nan, 1.0, "got nan, expected 1"),
    ],
)
def test_numbers_have_the_digits_that_tell_them_apart(got, expected, words):
    """No more, and never so few that both look alike."""
    exact = Tolerance(relative=0, absolute=0)
    assert words in str(numbers_differ(np.array(expected), np.array(got), exact))


def test_the_element_that_is_named_is_one_that_differs_plainly():
    """Not the first, if that looks like rounding."""
    said = numbers_differ(np.array([0.5, 0.5]), np.array([0.5001, 0.9]), Tolerance())
    assert "[1] is 0.9, expected 0.5 (2 of 2 differ)" in str(said)


@pytest.mark.parametrize(
    ("zeros", "other"),
    [
        ([0.0], [1.5, -2.0]),
        ([[0.0, 0.0], [0.0, 3.5]], [[1.25, 2.5], [-1.5, 3.5]]),
    ],
)
def test_zeros_are_not_shown_where_others_are_as_small(zeros, other):
    """Whatever is done to them, they stay as they were. One more number is a small price."""
    zero, plain = failure(zeros, [0.5], [0.9]), failure(other, [0.5], [0.9])
    assert plainest(iter([zero, plain]), check()) is plain
    assert plainest(iter([zero]), check()) is zero


def test_a_list_of_numbers_counts_as_an_array():
    """A short one comes first, though it has no array in it."""
    short: Inputs = {"x": Seq("list", [0.5] * 2)}
    long: Inputs = {"x": Seq("list", [0.5] * 40)}
    assert size(short) < size(long)


def test_floats_have_no_more_digits_than_arrays():
    """Alone, in pairs and in dicts; what is small keeps its size."""
    values: list[tuple[Value, str]] = [
        (1 / 3, "0.3333"),
        (Seq("tuple", [2 / 3, 1.0]), "(0.6667, 1.0)"),
        (Map([("rate", 1e-7), ("loss", 12345.678901)]), "{'rate': 1e-07, 'loss': 12345.6789}"),
        (float("nan"), "nan"),
        (0.0, "0.0"),
    ]
    for one, text in values:
        assert notation.rows(one, 4) == text
    assert notation.rows(0.1 + 0.2) == "0.3" and notation.brief(1 / 3) == repr(1 / 3)


def test_a_batch_of_images_is_described():
    """Its first and last numbers would take lines and show nothing."""
    images = value(np.random.default_rng(0).normal(size=(6, 16, 16, 1)))
    assert notation.rows(images) == "<a NumPy array of shape (6, 16, 16, 1), float32>"


def test_a_dict_has_its_items_in_lines():
    """In one, where all fit."""
    small = Map([("rate", 0.1), ("w", value([1, 2]))])
    assert notation.rows(small) == "{'rate': 0.1, 'w': [1., 2.]}"
    large = Map([("w", value([[1, 2], [3, 4]])), ("b", value([5]))])
    assert notation.rows(large) == "{'w': [[1., 2.],\n       [3., 4.]],\n 'b': [5.]}"
    code = notation.literal(Map([(f"parameter {i}", value([i] * 8)) for i in range(5)]))
    assert code is not None and code.count("\n") == 4
    made = eval(code, {"np": np})
    assert list(made) == [f"parameter {i}" for i in range(5)] and made["parameter 3"].sum() == 24


def test_a_row_is_a_line():
    """Aligned; and what is long is shortened."""
    assert notation.rows(value([[1.5, 2], [10, -3]])) == "[[ 1.5,  2. ],\n [10. , -3. ]]"
    images = notation.rows(value(np.arange(12.0).reshape(2, 2, 1, 3)))
    assert "\n\n" not in images and images.count("\n") == 3
    long = notation.rows(value(np.arange(5000.0).reshape(50, 100)))
    assert long.count("\n") < 8 and max(map(len, long.split("\n"))) <= 70
    lists = notation.rows(Seq("list", [value([[1, 2], [3, 4]]), value([5])]))
    assert lists == "[[[1., 2.],\n  [3., 4.]],\n [5.]]"


def test_outcomes_have_no_more_digits_than_they_need():
    """Four, where they differ plainly."""
    plain = as_text(check(), PLAIN.inputs, Returned(value([1 / 3])), Returned(value([2 / 3])), "")
    assert (plain.expected, plain.returned) == ("[0.3333]", "[0.6667]")
    faint = as_text(
        check(), PLAIN.inputs, Returned(value([0.333333])), Returned(value([0.333378])), ""
    )
    assert (faint.expected, faint.returned) == ("[0.333333]", "[0.333378]")


def test_a_tuple_of_one_is_no_number_in_parentheses():
    """It has a comma, as in Python: where a list is told from a tuple, that is all there is."""
    one = Seq("tuple", [8])
    assert notation.rows(one) == notation.brief(one) == notation.literal(one) == "(8,)"
    array = Seq("tuple", [Array("array", "float64", (1,), memoryview(np.ones(1).tobytes()))])
    assert notation.rows(array) == notation.brief(array) == "([1.],)"
    assert notation.brief(Seq("list", [8])) == "[8]"
    assert notation.brief(Seq("tuple", [8, 9])) == "(8, 9)"


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([0.01, 12.5], "[ 0.01, 12.5 ]"),
        ([0.0123456, 98.7654], "[ 0.0123, 98.7654]"),
        ([0.001, 20000.5], "[    0.001, 20000.5  ]"),
        ([0.00012, 3.0], "[1.2e-04, 3.0e+00]"),
        ([1e-9, 1.0], "[1.e-09, 1.e+00]"),
        ([1234567.0, 0.5], "[1.2346e+06, 5.0000e-01]"),
    ],
)
def test_decimals_where_they_show_the_numbers(numbers, shown):
    """NumPy takes exponents for 0.01 beside 12.5; what would be lost in decimals has them."""
    for dtype in ("float32", "float64"):
        assert notation.rows(value(numbers, dtype=dtype), 4) == shown
    assert notation.literal(value([0.01, 12.5])) == "np.array([0.01, 12.5], dtype=np.float32)"
