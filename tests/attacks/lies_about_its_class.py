"""Objects whose __class__ says ndarray, float and list: the base class's own methods refuse them.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values error
score: 0
open: same
gain: nothing: it has no numbers
"""

import numpy as np


class Array:
    __class__ = np.ndarray
    shape = (1,)
    __array__ = lambda self, *args, **kwargs: np.zeros(77)


class Float:
    __class__ = float


def mean(x):
    return Array()


def spread(x):
    return Float(), Float()
