"""Makes a segment of System V shared memory, which outlives its process (it removes it): denied,
or in a namespace of its own.

category: exhaustion
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import ctypes


@functools.cache
def done():
    libc = ctypes.CDLL(None, use_errno=True)
    segment = libc.shmget(0, ctypes.c_size_t(1 << 20), 0o600)
    return segment >= 0 and libc.shmctl(segment, 0, None) == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
