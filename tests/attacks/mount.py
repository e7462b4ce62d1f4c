"""Mounts a file system over its scratch, in namespaces of its own: denied.

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
    libc = ctypes.CDLL(None)
    os.makedirs("over", exist_ok=True)
    if libc.unshare(0x10000000 | 0x00020000) != 0:
        return False
    return libc.mount(b"none", b"over", b"tmpfs", 0, None) == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
