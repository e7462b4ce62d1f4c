"""An object array whose elements are equal to everything: arrays of objects are not sent.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: arrays of objects are not sent
"""

import numpy as np


class Equal:
    __eq__ = __le__ = __lt__ = lambda self, other: True
    __sub__ = __rsub__ = __abs__ = __truediv__ = lambda self, *other: self
    __float__ = lambda self: 0.0
    __hash__ = object.__hash__


def mean(x):
    return np.array([Equal()] * x.shape[1], dtype=object)


def spread(x):
    return x.min(), x.max()
