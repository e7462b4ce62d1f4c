"""Makes a map of eBPF: denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import platform

ATTRIBUTES = b"".join(n.to_bytes(4, "little") for n in (2, 4, 4, 1))
NUMBER = {'x86_64': 321, 'aarch64': 280}[platform.machine()]


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    libc.syscall.restype = ctypes.c_long
    return libc.syscall(NUMBER, 0, ctypes.create_string_buffer(ATTRIBUTES, 128), 128) >= 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
