"""Sets up an io_uring, through which files are opened past a filter of calls: denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import platform

NUMBER = {'x86_64': 425, 'aarch64': 425}[platform.machine()]


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    libc.syscall.restype = ctypes.c_long
    return libc.syscall(NUMBER, 4, ctypes.create_string_buffer(256)) >= 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
