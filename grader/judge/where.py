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

RIGHT = template("the numbers show: the result is right where {condition}, and on no other input")
WRONG = template("the numbers show: the result is wrong where {condition}, and on no other input")


def where(
    cases: Sequence[Inputs], right: Sequence[bool], expected: Sequence[np.ndarray] | None = None
) -> Message | None:
    """The one condition that all the right cases fulfil and none of the others, or the reverse."""
    count = sum(right)
    if not LEAST <= count <= len(right) - LEAST or comb(len(right), count) < CHANCE:
        return None
    is_right: Truth = tuple(right)
    is_wrong: Truth = tuple(not each for each in right)
    found = [
        Message(RIGHT if truth == is_right else WRONG, condition=words)
        for words, truth in conditions(cases, expected)
        if truth in (is_right, is_wrong)
    ]
    return found[0] if len(found) == 1 else None
