"""Raises SystemExit(0) in a call: it is caught in the worker like any exception.

category: leaving
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

def mean(x):
    raise SystemExit(0)


def spread(x):
    return x.min(), x.max()
