"""Sets the priority of another process (to what it is): denied, or there is no such process.

category: tampering
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    here = os.getpriority(os.PRIO_PROCESS, @NEIGHBOUR@)
    os.setpriority(os.PRIO_PROCESS, @NEIGHBOUR@, here)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
