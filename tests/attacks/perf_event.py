"""Opens a performance counter, which measures other processes and has had its faults: denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import platform

ATTRIBUTES = b"\x01\x00\x00\x00\x80\x00\x00\x00" + bytes(32) + b"\x60" + bytes(87)
NUMBER = {'x86_64': 298, 'aarch64': 241}[platform.machine()]


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    libc.syscall.restype = ctypes.c_long
    return libc.syscall(NUMBER, ATTRIBUTES, 0, -1, -1, 0) >= 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
