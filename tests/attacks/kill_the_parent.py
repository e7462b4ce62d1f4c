"""Signals the zygote (signal 0, which asks and does no harm): it is out of reach.

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
    os.kill(@ZYGOTE@, 0)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
