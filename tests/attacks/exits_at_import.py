"""Exits with success while it is imported: a statement that fails leaves its names without a
value.

category: leaving
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: success is no exit code
"""

import sys

OFFSET = sys.exit(0)


def mean(x):
    return x.mean(axis=0) + OFFSET


def spread(x):
    return x.min(), x.max()
