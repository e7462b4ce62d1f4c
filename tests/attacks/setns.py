"""Enters a namespace by its file in /proc (its own network, which changes nothing): denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import os


@functools.cache
def done():
    number = os.open("/proc/self/ns/net", os.O_RDONLY)
    return ctypes.CDLL(None).setns(number, 0) == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
