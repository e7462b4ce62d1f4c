"""Sets a limit of another process (to what it is) by prlimit: denied, or there is no such process.

category: tampering
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import resource


@functools.cache
def done():
    here = resource.prlimit(@NEIGHBOUR@, resource.RLIMIT_NOFILE)
    resource.prlimit(@NEIGHBOUR@, resource.RLIMIT_NOFILE, here)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
