"""Raises KeyboardInterrupt, which would end a test runner: it is caught in the worker like any
exception.

category: leaving
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

def mean(x):
    raise KeyboardInterrupt


def spread(x):
    return x.min(), x.max()
