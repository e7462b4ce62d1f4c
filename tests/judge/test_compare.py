"""Equal or not, and if not, the first difference in words."""

import fractions

import numpy as np
import pytest
from support.words import said

from grader.authoring import Asks, Check, Tolerance
from grader.judge.compare import alike, difference
from grader.judge.form import entries
from grader.judge.numbers import distance, numbers_differ, spread
from grader.report import Lost, Verdict
from grader.text import Message
from grader.wire.messages import Line, Raised, Returned
from grader.wire.values import Array, Map, Number, Opaque, Seq


def check(**options):
    return Check("f_values", "title", "f", lambda: None, 1.0, **options)


def arr(numbers, dtype="float32", kind="tensor"):
    made = np.asarray(numbers, dtype)
    return Array(kind, dtype, made.shape, memoryview(made.tobytes()))


def message(expected, value, **options):
    found = difference(Returned(expected), Returned(value), check(**options), {})
    return found and said(found)


@pytest.mark.parametrize(
    "value",
    [
        0.25,
        Number("Fraction", float(fractions.Fraction(1, 4))),
        arr(0.25),
        arr(0.25, "float64", "array"),
    ],
)
def test_any_real_number_is_a_scalar(value):
    """Python, Fraction, NumPy, TensorFlow: a scalar is a scalar."""
    assert message(arr(0.25), value) is None


def test_one_element_is_not_a_scalar():
    """A vector with one element has the wrong shape."""
    assert message(arr(0.25), arr([0.25])) == "the shape is (1,), expected ()"


def test_a_pair_may_be_a_tuple_or_a_list():
    """The kind of sequence is not asked, its length is."""
    expected = Seq("tuple", [arr(1.0), arr(2.0)])
    assert message(expected, Seq("list", [1.0, 2.0])) is None
    assert message(expected, Seq("list", [1.0])) == "returned a list of 1, expected 2 values"
    second = message(expected, Seq("list", [1.0, 3.0]))
    assert second == "the second value: values differ: got 3, expected 2"
    assert message(expected, 1.0) == "returned a Python float, expected a tuple of 2"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "returned None, expected a tensor of shape (2, 2): is a `return` missing?"),
        (Opaque("generator"), "there is a `yield` in the function; `return` the whole result"),
        (Opaque("coroutine"), "the function is `async def`; a plain `def` is asked"),
        (Seq("list", []), "returned a list of 0, expected a tensor of shape (2, 2)"),
        (arr([0, 0]), "the shape is (2,), expected (2, 2)"),
        (arr([[0.5, np.nan], [9, 0.5]]), "not finite: [0, 1] is nan, expected 0.5 (2 of 4 differ)"),
        (
            arr([[0.5, 0.25], [9, 0.5]]),
            "values differ: [0, 1] is 0.25, expected 0.5 (2 of 4 differ)",
        ),
        (arr([[1j, 0], [0, 0]], "complex64"), "dtype complex64, expected real numbers"),
    ],
)
def test_the_first_difference_in_words(value, expected):
    """None, type, shape, not finite, values: in this order, on one array."""
    assert message(arr([[0.5, 0.5], [0.5, 0.5]]), value).endswith(expected)


@pytest.mark.parametrize("key", ["m", 3, None, True, 0.5, Seq("tuple", [1, "a"])])
@pytest.mark.parametrize("value", [0.009, arr(0.009, "float64", "array"), Number("Decimal", 0.009)])
def test_dicts_are_compared_item_by_item(key, value):
    """Numbers of any type, within the tolerance, and whatever the order of keys."""
    expected = Map([(key, arr([0.0, 0.009])), ("t", 0.009)])
    assert message(expected, Map([("t", value), (key, arr([1e-9, 0.009], "float64"))])) is None
    off = message(expected, Map([("t", 0.5), (key, arr([0.0, 0.009]))]))
    assert off == "value of 't': values differ: got 0.5, expected 0.009"


def test_keys_that_python_calls_equal_are_one():
    """A class of an array is its key as well as a number is."""
    one = Map([(1, 2.0), (True, 3.0)])  # no dict has both, but a process may send what it likes
    assert entries(one) == {"1": (1, 2.0), "1 2": (True, 3.0)}
    for key in (1.0, True, arr(1, "int64", "array"), Number("Fraction", 1.0)):
        assert message(Map([(1, 2.0)]), Map([(key, 2.0)])) is None
    assert message(Map([(1, 2.0)]), Map([("1", 2.0)])).startswith("the keys differ: 1 missing")
    many = Map([(f"k{i}", 1.0) for i in range(9)])
    missing = message(many, Map([]))
    assert missing == "the keys differ: 'k0', 'k1', 'k2', 'k3', ... missing"


def test_a_dict_is_not_searched_for_long():
    """Keys of which the type alone is known are as many as they like."""
    odd = Map([(Opaque("Key"), 1.0)] * 20_000)
    assert message(Map([("a", 1.0)]), odd).startswith("the keys differ: 'a' missing")


def test_how_far_off_is_measured_in_lists_and_dicts():
    """Of Python's numbers as well as of arrays."""
    expected = Returned(Map([("a", Seq("list", [2.0, arr([1.0])])), ("b", True), ("c", "x")]))
    off = Returned(Map([("c", "x"), ("b", True), ("a", Seq("list", [2.0 + 1.05e-5, arr([1.0])]))]))
    assert distance(expected, off, check()) == pytest.approx(0.5)
    assert distance(Returned(2.0), Returned(2.0 + 1.05e-5), check()) == pytest.approx(0.5)


def test_none_says_what_was_expected():
    """Where a pair, a text or a flag is asked, as where numbers are."""
    for expected, words in (
        (Seq("tuple", [1.0, 2.0]), "a tuple of 2"),
        (Map([("a", 1.0)]), "a dict of 1"),
        ("yes", "'yes'"),
        (True, "True"),
    ):
        assert message(expected, None) == f"returned None, expected {words}: is a `return` missing?"
    pair = Seq("tuple", [1.0, 2.0])
    second = message(pair, Seq("tuple", [1.0, None]))
    assert second.startswith("the second value: returned None, expected a")
    assert message(None, None) is None


def test_true_and_false_are_words():
    """Also beside a number, and in an array. A 1 is as good as True."""
    assert message(False, True) == "values differ: got True, expected False"
    assert message(True, 0.5) == "values differ: got 0.5, expected True"
    assert message(3, True) == "values differ: got True, expected 3"
    assert message(True, 1) is None and message(1.0, arr(True, "bool", "array")) is None
    flags, others = arr([True, False], "bool"), arr([True, True], "bool")
    assert message(flags, others).endswith("[1] is True, expected False (1 of 2 differ)")


def test_exceptions_that_are_asked_are_named():
    """One or several, with the article that fits."""
    for kinds, words in (
        ((ValueError,), "a ValueError"),
        ((IndexError, KeyError), "an IndexError or KeyError"),
    ):
        asks = check(raises=kinds)
        found = difference(Raised("ValueError", ""), Returned(3), asks, {})
        assert found and said(found) == f"returned 3, expected {words}"
    known = Raised("Own", "no", asked=["ValueError"])
    assert difference(Raised("ValueError", ""), known, check(raises=(ValueError,)), {}) is None


def test_dtype_is_asked_only_where_it_is_asked():
    """float64 in place of float32 is a fault of the dtype check alone."""
    one, other = arr([1.0]), arr([1.0], "float64")
    assert message(one, other) is None
    assert message(one, other, asks=Asks.DTYPE) == "the dtype is float64, expected float32"


def test_shape_is_asked_without_the_values():
    """A shape check looks at nothing else."""
    assert message(arr([1.0, 2.0]), arr([7.0, 8.0]), asks=Asks.SHAPE) is None


@pytest.mark.parametrize(
    ("expected", "value", "equal"),
    [
        (np.inf, np.inf, True),
        (np.inf, -np.inf, False),
        (np.nan, np.nan, True),
        (1e30, np.inf, False),
        (0.0, 1e308, False),
        (1.0, 1.0 + 9e-6, True),
        (1.0, 1.0 + 3e-5, False),
    ],
)
def test_the_tolerance_is_no_door(expected, value, equal):
    """Infinities and NaN are equal to themselves and to nothing else."""
    found = message(arr(expected, "float64"), arr(value, "float64"))
    assert (found is None) is equal


def test_an_absolute_tolerance_may_depend_on_the_value():
    """A loss near 14 may be off by more than one near 0."""
    tolerance = Tolerance(0, lambda e: 0.1 * e)
    assert message(arr(14.0), arr(15.0), tolerance=tolerance) is None
    assert message(arr(0.1), arr(0.2), tolerance=tolerance)


def test_numbers_that_look_alike_are_shown_in_full():
    """Six digits that hide the difference are not shown."""
    found = message(arr(1.0, "float64"), arr(1.0000001, "float64"), tolerance=Tolerance(0, 0))
    assert found == "values differ: got 1.0000001, expected 1"


def test_a_negative_zero_is_shown_as_zero():
    """Nobody expects -0."""
    found = message(arr([-0.0, 2.0]), arr([1.0, 2.0]))
    assert found == "values differ: [0] is 1, expected 0 (1 of 2 differ)"


def test_an_exception_names_the_line():
    """What was raised, where, and what the worker knows about it."""
    raised = Raised(
        "NameError", "name 'W' is not defined", [Line("a.py", 3, "f", "return W")], Message("why")
    )
    found = difference(Returned(1.0), raised, check(), {})
    assert found.verdict is Verdict.ERROR
    assert said(found) == "NameError: name 'W' is not defined\nat a.py, line 3, in f: return W\nwhy"


def test_only_the_stubs_own_error_is_not_attempted():
    """A NotImplementedError of the student's is an error."""
    stub = Raised("NotImplementedError", "f is not implemented yet")
    own = Raised("NotImplementedError", "later")
    assert difference(Returned(1.0), stub, check(), {}).verdict is Verdict.NOT_ATTEMPTED
    assert difference(Returned(1.0), own, check(), {}).verdict is Verdict.ERROR


def test_lost_workers_keep_their_verdict():
    """A timeout is a timeout."""
    lost = Lost(Verdict.TIMEOUT, Message("no answer within 1 s"))
    assert difference(Returned(1.0), lost, check(), {}).verdict is Verdict.TIMEOUT


def test_alike_is_stricter_than_passing():
    """A mistake is named by its values, also where only the shape is asked."""
    one, other = Returned(arr([1.0])), Returned(arr([2.0]))
    assert not alike(one, other, check(asks=Asks.SHAPE), {})
    assert alike(one, Returned(arr([1.0], "float64")), check(), {})
    assert not alike(one, Returned(arr([1.0], "float64")), check(asks=Asks.DTYPE), {})


def test_a_mistake_is_known_on_another_machine():
    """Where a check asks for every digit, the last ones of a wrong value may differ."""
    exact = check(tolerance=Tolerance(0, 0))
    one, other = Returned(arr([0.927401])), Returned(arr([0.92740107]))
    assert alike(one, other, exact, {})
    assert difference(one, other, exact, {})
    assert not alike(one, Returned(arr([0.93])), exact, {})


def test_exceptions_are_alike_with_their_numbers():
    """Another size is another cause; what differs from call to call is none."""
    one = Raised("InvalidArgumentError", "Incompatible shapes: [2,3] vs. [2] [Op:Add] name: f_1")
    again = Raised("InvalidArgumentError", "Incompatible shapes: [2,3] vs. [2] [Op:Add] name: f_7")
    other = Raised("InvalidArgumentError", "Incompatible shapes: [2,5] vs. [2] [Op:Add] name: f_1")
    assert alike(one, again, check(), {})
    assert not alike(one, other, check(), {})
    assert not alike(one, Raised("InvalidArgumentError", "Matrix size-incompatible"), check(), {})
    first, second = (Raised("ValueError", f"dense_{n} at 0x7f{n} got 3") for n in (1, 22))
    assert alike(first, second, check(), {})


ODD = [0.0, -0.0, 1.0, -1.0, 1 + 1e-5, 1 + 1.2e-5, 1e-6, 1e308, -1e308]
ODD += [float("inf"), float("-inf"), float("nan")]


@pytest.mark.parametrize(
    "tolerance",
    [
        Tolerance(),
        Tolerance(relative=0, absolute=0),
        Tolerance(relative=1, absolute=0),
        Tolerance(relative=0, absolute=1e-6),
        Tolerance(relative=0, absolute=lambda e: np.where(np.isfinite(e), 1e-5, np.inf)),
        Tolerance(relative=0, absolute=lambda e: np.full_like(e, np.nan)),
    ],
)
@pytest.mark.parametrize("expected", ODD)
def test_the_quick_look_at_numbers_says_what_the_slow_one_says(expected, tolerance):
    """Infinities, NaN and what lies on the bound: `spread` decides, however it is found."""
    for got in ODD:
        e, x = np.asarray([1.0, expected]), np.asarray([1.0, got])
        passes = bool((spread(e, x, tolerance) <= 1).all())
        assert (numbers_differ(e, x, tolerance) is None) == passes, got


def test_equal_values_of_another_dtype_are_not_what_a_dtype_asks():
    """1 == True and 1 == 1.0 in Python; where the dtype is asked they are three answers."""
    for value in (True, 1.0):
        assert message(1, value) is None
        assert message(1, value, asks=Asks.DTYPE).startswith("the dtype is Python ")
    assert message(Seq("list", [1]), Seq("list", [True]), asks=Asks.DTYPE) is not None
