"""Returns two long lists to predicates that compare each item with each, or try all ways to match.

category: exhaustion
expect: guess_signs passed, guess_rank passed, pairs_none timeout, word_plain timeout, place_none passed
score: 6
open: same
gain: nothing: predicates have seconds of the processor's time
exercise: guess
"""

import numpy as np


def guess(x):
    return np.sign(x)


def pairs():
    return [*range(19000)]


def word():
    return 80 * "a" + "b"


def place():
    return 0
