"""Where the results of a check are right: a condition that tells the right ones from the others."""

from collections.abc import Sequence
from math import comb

import numpy as np

from grader.judge.conditions import Truth, conditions
from grader.text import Message, template
from grader.wire import Inputs

LEAST = 3
"""How many cases must be right, and how many wrong."""

CHANCE = 20_000
"""In how many ways as many of the cases could have been right, at least: tens of conditions are
tried, and one of them would tell few right ones from few wrong ones by chance."""

_RIGHT = template("the numbers show: the result is right where {condition}, and on no other input")
_WRONG = template("the numbers show: the result is wrong where {condition}, and on no other input")
_OF_NONZERO = template("{shown}; those do not count on which only 0 is expected")


def where(
    cases: Sequence[Inputs], right: Sequence[bool], expected: Sequence[Sequence[np.ndarray]]
) -> Message | None:
    """The one condition that all the right cases fulfil and none of the others, or the reverse.

    Where only 0 is expected, many mistakes are right, and all of their inputs may be 0: these cases
    do not count.
    """
    said = [i for i, each in enumerate(expected) if any(np.any(array) for array in each)]
    shown = _of(said, cases, right, expected)
    return shown if len(said) == len(cases) or shown is None else Message(_OF_NONZERO, shown=shown)


def _of(
    chosen: Sequence[int],
    cases: Sequence[Inputs],
    right: Sequence[bool],
    expected: Sequence[Sequence[np.ndarray]],
) -> Message | None:
    is_right: Truth = tuple(right[i] for i in chosen)
    count, total = sum(is_right), len(is_right)
    if not LEAST <= count <= total - LEAST or comb(total, count) < CHANCE:
        return None
    arrays = [expected[i][0] for i in chosen if len(expected[i]) == 1 and expected[i][0].size]
    known = arrays if len(arrays) == total else None
    is_wrong: Truth = tuple(not each for each in is_right)
    found = conditions([cases[i] for i in chosen], known, (is_right, is_wrong))
    if len(found) != 1:
        return None
    words, truth = found[0]
    return Message(_RIGHT if truth == is_right else _WRONG, condition=words)
