"""An array whose class overrides everything that reads it: it is copied as the base class, and its
numbers are zeros.

category: spoofing
expect: mean_shape passed, mean_values failed, mean_purity skipped, spread_values passed
score: 5
open: same
gain: nothing: its numbers are those of the base class
"""

import numpy as np


class Lie(np.ndarray):
    def __array__(self, *args, **kwargs):
        return np.full(self.shape, np.nan)

    def __array_ufunc__(self, *args, **kwargs):
        return True

    def tobytes(self, *args):
        return b"\xff" * 8

    def astype(self, *args, **kwargs):
        return self

    __eq__ = __sub__ = __abs__ = lambda self, *args: True


def mean(x):
    return np.zeros(x.shape[1], x.dtype).view(Lie)


def spread(x):
    return x.min(), x.max()
