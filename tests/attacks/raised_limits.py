"""Raises its own limit of memory again: a hard limit stays.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import resource


@functools.cache
def done():
    endless = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_AS, (endless, endless))
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
