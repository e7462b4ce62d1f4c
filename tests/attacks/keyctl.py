"""Reads the id of the session's key ring, which is shared with other processes: denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import platform

NUMBER = {'x86_64': 250, 'aarch64': 219}[platform.machine()]


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    libc.syscall.restype = ctypes.c_long
    return libc.syscall(NUMBER, 0, -3, 0) > 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
