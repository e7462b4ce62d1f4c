"""Rows that are too many, too few, one place on, or in another order."""

import numpy as np
import pytest
from support.made_pairs import pairs, small, table, vector

from grader.judge.shifts import in_another_order, shifted


def same(x, **_):
    return x


@pytest.mark.parametrize(
    ("wrong", "draw", "words"),
    [
        (lambda x: x[1:], table, "the result is the expected one without its first row"),
        (lambda x: x[:, :-1], table, "the result is the expected one without its last column"),
        (lambda x: x[::2], table, "the result is every other row of the expected one"),
        (
            lambda x: np.vstack([0 * x[:1], x]),
            table,
            "without its first row, the result is the expected one",
        ),
        (
            lambda x, b: np.append(x, b),
            vector,
            "without its last number, the result is the expected one",
        ),
        (
            lambda x, b: np.append(b, x[:-1]),
            vector,
            "but for the first one, each number of the result stands one place too late",
        ),
        (
            lambda x: np.hstack([x[:, 1:], x[:, :1] * 7]),
            table,
            "but for the last one, each column of the result stands one place too early",
        ),
        (
            lambda x: x[:2],
            table,
            "the result ends too early; up to there, each row is the expected one",
        ),
        (lambda x: x[:2, :2], table, None),
        (lambda x: np.vstack([x, x]), table, None),
        (lambda x: np.sin(x), table, None),
    ],
)
def test_rows_and_columns_that_are_elsewhere(wrong, draw, words):
    """The rest of a result may be anything."""
    found = shifted(pairs(same, wrong, draw))
    assert (found and str(found)) == words


def test_few_whole_numbers_are_one_another():
    """Of zeros and ones any row is another, and one row has no other."""
    for wrong in (lambda x, b: x[::-1], lambda x, b: np.roll(x, 1, 0), lambda x, b: 0 * x):
        assert shifted(pairs(same, wrong, small)) is None
        assert in_another_order(pairs(same, wrong, small)) is None


def test_another_order():
    """Of rows, of the numbers in each row or column, and of all numbers."""

    def told(wrong, draw=table):
        found = in_another_order(pairs(same, wrong, draw))
        return found and str(found)

    assert (
        told(lambda x: x[np.argsort(x[:, 0])]) == "the expected one with its rows in another order"
    )
    assert "the numbers of each row in another order" in told(lambda x: np.sort(x, 1))
    assert "the numbers of each column in another order" in told(lambda x: np.sort(x, 0))
    assert told(lambda x, b: np.sort(x), vector) == "made of the expected numbers, in another order"
    assert told(lambda x: np.sort(x, 0) + 1e-3) is None
