"""Infinity, so that the difference is infinite or NaN: neither is within a tolerance.

category: spoofing
expect: mean_shape passed, mean_values failed, mean_purity skipped, spread_values failed
score: 2
open: same
gain: the shape's points, which its shape is worth
"""

import numpy as np


def mean(x):
    return np.full(x.shape[1], np.inf)


def spread(x):
    return -np.inf, np.inf
