"""Takes an open descriptor out of another process by pidfd_getfd: denied.

category: peeking
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import platform

NUMBER = {'x86_64': 438, 'aarch64': 438}[platform.machine()]
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


@functools.cache
def done():
    import os

    pidfd = libc.syscall({"x86_64": 434, "aarch64": 434}[platform.machine()], @NEIGHBOUR@, 0)
    taken = libc.syscall(NUMBER, pidfd, 0, 0) if pidfd >= 0 else -1
    for number in (pidfd, taken):
        if number >= 0:
            os.close(number)
    return taken >= 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
