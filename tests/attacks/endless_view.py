"""A view of one number as an array of eight terabytes: it is not copied, and named.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import numpy as np


def mean(x):
    return np.broadcast_to(np.zeros(1), (10**12,))


def spread(x):
    return x.min(), x.max()
