"""Recurses for ever: Python's own limit ends it.

category: leaving
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

def mean(x):
    return mean(x)


def spread(x):
    return x.min(), x.max()
