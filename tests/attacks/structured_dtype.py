"""A structured array and a masked one that hide their numbers: the first is not sent, of the
second the data are.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing
"""

import numpy as np


def mean(x):
    return np.zeros(x.shape[1], dtype=[("mean", "f4")])


def spread(x):
    return np.ma.masked_all(()), np.ma.masked_all(())
