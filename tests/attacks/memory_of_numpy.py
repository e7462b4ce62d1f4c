"""Allocates eight gigabytes of zeros, which take no memory until they are touched: address space
is what is limited.

category: exhaustion
expect: denied
score: 3
open: same
gain: nothing: memory is limited
"""

import functools
import numpy as np


@functools.cache
def done():
    return np.zeros(1 << 30).size


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
