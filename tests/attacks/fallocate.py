"""Has the kernel reserve 20 MB for each of ten files, which takes no time at all: not supported.

category: exhaustion
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
    libc = ctypes.CDLL(None, use_errno=True)
    for number in range(10):
        with open(f"big-{number}", "wb") as file:
            if libc.fallocate(file.fileno(), 0, ctypes.c_long(0), ctypes.c_long(20 << 20)):
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
