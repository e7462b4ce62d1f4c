"""Recurses for ever in C with Python's limit lifted: the stack of its own process overflows.

category: leaving
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import functools
import sys


class Deep:
    def __repr__(self):
        return repr([self])


def mean(x):
    sys.setrecursionlimit(2**31 - 1)
    return repr(Deep())


def spread(x):
    return x.min(), x.max()
