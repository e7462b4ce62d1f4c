"""Loops for ever while it is imported: loading has a deadline too.

category: exhaustion
expect: all timeout
score: 0
open: same
gain: nothing
"""

while True:
    WEIGHT = 1


def mean(x):
    return x.mean(axis=0) * WEIGHT


def spread(x):
    return x.min(), x.max()
