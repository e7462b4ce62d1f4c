"""Reads address 0: the process dies, and the signal is named.

category: leaving
expect: mean_shape crashed/error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import ctypes


def mean(x):
    return ctypes.string_at(0)


def spread(x):
    return x.min(), x.max()
