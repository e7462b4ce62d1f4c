"""On which inputs results are right, and which numbers of a result are wrong."""

import numpy as np
import pytest
from support.made_pairs import array, pairs, table, vector

from grader.judge.spots import of_spots
from grader.judge.where import where


def told(is_right, count=40, expected=lambda i: [np.array(1.0 + i)], b=lambda i: i % 5 - 2.0):
    """What is said of inputs with a table of some rows and columns, and a number."""
    cases = [
        {"x": array(np.ones((1 + i % 4, 1 + i % 3)) * (i + 1)), "b": b(i)} for i in range(count)
    ]
    right = [is_right(np.ones((1 + i % 4, 1 + i % 3)), b(i)) for i in range(count)]
    found = where(cases, right, [expected(i) for i in range(count)])
    return found and str(found)


@pytest.mark.parametrize(
    ("is_right", "words"),
    [
        (lambda x, b: len(x) == 1, "right where the number of rows of `x` (`len(x)`) is 1"),
        (lambda x, b: len(x) <= 2, "right where the number of rows of `x` (`len(x)`) is at most 2"),
        (lambda x, b: b == 0, "right where `b` is 0"),
        (lambda x, b: b >= 0, "wrong where `b` is negative"),
        (
            lambda x, b: x.shape[1] != 1,
            "wrong where the number of columns of `x` (`x.shape[1]`) is 1",
        ),
        (
            lambda x, b: len(x) > x.shape[1],
            "right where the number of rows of `x` (`len(x)`) is larger",
        ),
    ],
)
def test_a_condition_tells_right_ones_from_wrong_ones(is_right, words):
    """All of them, in both directions."""
    assert words in told(is_right)


def test_a_condition_with_an_exception_is_none():
    """One input is enough against it."""
    count = iter(range(99))
    assert told(lambda x, b: len(x) == 1 and next(count) != 4) is None
    assert told(lambda x, b: b == 0 or (len(x) == 3 and x.shape[1] == 2)) is None


def test_few_right_ones_are_chance():
    """One of many conditions is always true of two cases alone."""
    assert told(lambda x, b: b == 0, count=12) is None
    assert told(lambda x, b: True) is None
    assert told(lambda x, b: False) is None


def test_two_conditions_that_go_together_are_none():
    """Where `b` is 0 whenever there is one row, nobody knows which of them it is."""
    assert told(lambda x, b: len(x) == 1, b=lambda i: float(i % 4)) is None


def test_what_is_right_because_all_is_zero_does_not_count():
    """A mistake that leaves out y is right for inputs of zeros; of these, b is 0 as well."""

    def expected(i):
        return [np.array(0.0 if i % 5 == 2 else 1.0 + i)]

    assert told(lambda x, b: b == 0, expected=expected) is None
    assert "(`len(x)`) is 1, and on no other input; those do not count" in told(
        lambda x, b: len(x) == 1 or b == 0, expected=expected
    )


def spot(wrong, draw=table, right=lambda x, **_: x):
    found = of_spots(pairs(right, wrong, draw, count=30))
    return found and str(found)


def changed(key, by=1.0):
    def wrong(x, **_):
        made = x.copy()
        made[key] += by
        return made

    return wrong


@pytest.mark.parametrize(
    ("wrong", "draw", "words"),
    [
        (changed(-1), table, "only `[-1]` of the result is wrong"),
        (changed((slice(None), 0)), table, "only `[:, 0]` of the result is wrong"),
        (changed((-2, 1)), table, "only `[-2, 1]` of the result is wrong"),
        (changed(0), vector, "only `[0]` of the result is wrong"),
        (
            lambda x, b: np.where(x < 0, 2 * x, x),
            vector,
            "only what belongs to a negative number of the expected ones is wrong",
        ),
        (lambda x: np.where(np.abs(x) > 0.5, 0, x), table, None),
        (lambda x: x + 1, table, None),
    ],
)
def test_where_wrong_numbers_stand(wrong, draw, words):
    """A cell, a row, a column, or what is of one kind; it must be all of these."""
    assert spot(wrong, draw) == words


def test_what_belongs_to_some_numbers_of_an_input():
    """Also where it is a number alone."""

    def draw(rng, i):
        return {"z": rng.normal(size=3) if i % 2 else float(rng.normal())}

    def right(z):
        return 1 / (1 + np.exp(-np.asarray(z)))

    found = spot(lambda z: right(z) + (np.asarray(z) < 0), draw, right)
    assert found == "only what belongs to a negative number of `z` is wrong"


def test_of_one_number_alone_no_input_is_to_blame():
    """Where `b` is 0, all inputs may be 0, and any mistake is right."""

    def draw(rng, i):
        none = i % 3 == 0
        return {
            "b": 0.0 if none else float(rng.normal()),
            "y": 0.0 if none else float(rng.normal()),
        }

    assert spot(lambda b, y: b, draw, lambda b, y: b + y) is None


def test_zeros_that_are_right_prove_nothing():
    """Twice 0 is 0, and all that is wrong is positive."""

    def draw(rng, i):
        return {"x": np.maximum(rng.normal(size=4), 0)}

    assert spot(lambda x: 2 * x, draw) is None


def test_a_square_has_a_diagonal():
    """And what stands beside it."""

    def draw(rng, i):
        return {"x": rng.normal(size=(2 + i % 3, 2 + i % 3))}

    assert spot(lambda x: x + np.eye(len(x)), draw) == "only the diagonal is wrong"
    beside = spot(lambda x: np.diag(np.diag(x)), draw)
    assert beside == "only what stands beside the diagonal is wrong"


def test_of_one_number_everything_is_the_last():
    """Where a result has one row, and one column, nothing shows that it is a corner of it."""

    def draw(rng, i):
        return {"x": rng.normal(size=(1, 1))}

    assert spot(lambda x: x + 1, draw) is None
