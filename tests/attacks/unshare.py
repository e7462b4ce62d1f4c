"""Makes user and mount namespaces, in which it would be root: denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    return libc.unshare(0x10000000 | 0x00020000) == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
