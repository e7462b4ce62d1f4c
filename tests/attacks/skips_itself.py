"""Raises SkipTest, which a test runner counts as neither passed nor failed: here it is an
exception like any other.

category: leaving
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import unittest


def mean(x):
    raise unittest.SkipTest('not on this machine')


def spread(x):
    return x.min(), x.max()
