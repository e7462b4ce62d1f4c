"""What all wrong numbers have in common."""

import numpy as np
import pytest
from support.made_pairs import pairs, small, table, vector

from grader.judge.tendency import dependent, near, one_number, signs, steady, wrong_ones

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # `first_of` silences NumPy


def told(family, wrong, draw=table):
    found = family(pairs(lambda x, **_: x, wrong, draw, count=30))
    return found and str(found)


def test_one_number_wherever_it_is_wrong():
    """Beside others that are right, or it would be a constant."""
    assert told(one_number, lambda x: np.where(x > 1, 0, x)) == "every wrong number is 0"
    assert told(one_number, lambda x: np.where(x > 1, np.nan, x)) == "every wrong number is nan"
    assert told(one_number, lambda x: 0 * x) is None
    assert told(one_number, lambda x, b: np.where(x == 1, 0, x), small) is None


def test_what_every_wrong_number_is():
    """Of the expected one in its place."""
    plus = told(wrong_ones, lambda x: np.where(x < 0, x + 1, x))
    assert plus == "every wrong number is the expected one plus 1"
    twice = told(wrong_ones, lambda x, b: np.where(x < 0, 2 * x, x), vector)
    assert twice == "every wrong number is twice the expected one"
    assert told(wrong_ones, lambda x: np.where(x < 0, x**2, x)).endswith(
        "square of the expected one"
    )
    assert told(wrong_ones, lambda x: np.where(x < 0, np.sin(x), x)) is None
    assert told(wrong_ones, lambda x: 2 * x) is None
    assert told(wrong_ones, lambda x, b: np.where(x == 1, 2, x), small) is None


def test_signs():
    """Of some, not of all."""
    assert "the signs of some are not" in told(signs, lambda x: np.where(x > 1, -x, x))
    assert told(signs, lambda x: np.where(x > 1, 1 - x, x)) is None
    assert told(signs, lambda x, b: -x, small) is None


def test_one_number_for_a_whole_result():
    """Added to all of it, or multiplied: another one for other inputs."""
    assert "one number added to all of it" in told(steady, lambda x: x + np.sin(x.sum()))
    assert "multiplied by one number" in told(steady, lambda x: x * (2 + np.sin(x.sum())))
    by_row = told(steady, lambda x: x * (2 + np.sin(x.sum(1, keepdims=True))))
    assert by_row.startswith("each row of a result is the expected one multiplied by one number")
    assert told(steady, lambda x: x + np.sin(x)) is None
    assert told(steady, lambda x, b: x + b, small) is None


def test_a_factor_that_one_quantity_decides_on():
    """Whatever it does with it: halves are rounded, or it is looked up."""
    found = told(dependent, lambda x: x / (len(x) // 2 * 7 + len(x)))
    assert found == (
        "the expected one times a number that depends on the number of rows of `x` (`len(x)`) alone"
    )
    added = told(dependent, lambda x, b: x + np.sin(len(x)), vector)
    assert added.startswith("the expected one and a number that depends on")
    assert told(dependent, lambda x: x * (2 + np.sin(x.sum()))) is None


def test_how_near_the_numbers_are():
    """Rounded up, so that it is true of all of them."""
    assert told(near, lambda x: x * 1.004) == "every wrong number is within 1 % of the expected one"
    assert told(near, lambda x: x * 1.2) is None
