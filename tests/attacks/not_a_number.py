"""NaN, which compares false with everything: a difference that is NaN counts as infinite.

category: spoofing
expect: mean_shape passed, mean_values failed, mean_purity skipped, spread_values failed
score: 2
open: same
gain: the shape's points, which its shape is worth
"""

import numpy as np


def mean(x):
    return np.full(x.shape[1], np.nan)


def spread(x):
    return -np.nan, np.nan
