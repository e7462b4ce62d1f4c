"""Maps eight gigabytes of shared memory, which a limit of data misses: address space is what is
limited.

category: exhaustion
expect: denied
score: 3
open: same
gain: nothing: memory is limited
"""

import functools
import mmap


@functools.cache
def done():
    return len(mmap.mmap(-1, 8 << 30))


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
