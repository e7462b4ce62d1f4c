"""Becomes another user: a worker has no capability to.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    os.setgroups([])
    os.setresuid(65534, 65534, 65534)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
