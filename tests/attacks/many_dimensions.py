"""An array of sixteen dimensions of two: NumPy's shortened form of it is all its numbers in full.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing: what is shown is short whatever its shape
"""

import numpy as np


def mean(x):
    return np.zeros((2,) * 16)


def spread(x):
    return np.zeros((6,) * 5), np.ones((2,) * 16)
