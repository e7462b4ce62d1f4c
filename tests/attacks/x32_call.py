"""Calls getpid by its number in the x32 ABI, which a filter by number would miss: denied, or not
built into the kernel.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import platform

NUMBER = {'x86_64': 1073741863}[platform.machine()]


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    libc.syscall.restype = ctypes.c_long
    return libc.syscall(NUMBER, 0) > 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
