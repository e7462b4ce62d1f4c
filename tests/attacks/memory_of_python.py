"""Allocates eight gigabytes: the address space is limited to six, in every tier.

category: exhaustion
expect: denied
score: 3
open: same
gain: nothing: memory is limited
"""

import functools


@functools.cache
def done():
    return len(bytearray(8 << 30))


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
