"""Locks a range of /dev/null, which a neighbour could see: of two locks on it, one must be refused.

category: spoofing
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown: locks are granted, and not taken
"""

import functools
import fcntl
import os
import struct

F_OFD_SETLK = 37


@functools.cache
def done():
    request = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 4711, 1, 0)
    mine, neighbours = (os.open("/dev/null", os.O_RDWR) for _ in range(2))
    fcntl.fcntl(mine, F_OFD_SETLK, request)
    try:
        fcntl.fcntl(neighbours, F_OFD_SETLK, request)
    except OSError:
        return True
    return False


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
