"""Asks who has a lock on a file of the system's: that would tell what another worker has locked.

category: spoofing
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import fcntl
import os
import struct

F_OFD_GETLK = 36


@functools.cache
def done():
    number = os.open(os.__file__, os.O_RDONLY)
    request = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 1, 0)
    return bool(fcntl.fcntl(number, F_OFD_GETLK, request))


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
