"""Returns a column of millions where a predicate compares a row with labels: NumPy makes a matrix.

category: exhaustion
expect: guess_signs failed, guess_rank failed, pairs_none passed, word_plain passed, place_none passed
score: 6
open: same
gain: nothing: predicates are asked in a worker of their own, within limits
exercise: guess
"""

import numpy as np


def guess(x):
    return np.zeros((10_000_000, 1), "uint8")


def pairs():
    return [{"a": 1}, {"a": 2}]


def word():
    return "aaa"


def place():
    return 0
