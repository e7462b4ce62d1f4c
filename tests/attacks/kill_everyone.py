"""Signals every process that it may (signal 0, which asks and does no harm): there is none.

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
    os.kill(-1, 0)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
