"""Makes a file in memory (memfd) of 300 MB, which counts as nobody's: the call is denied, or the
file is limited.

category: exhaustion
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    number = os.memfd_create("big")
    block = bytes(1 << 20)
    for _ in range(300):
        os.write(number, block)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
