"""Opens the zygote's memory for writing, to poison the workers after it: it can't be opened.

category: peeking
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools


@functools.cache
def done():
    with open("/proc/@ZYGOTE@/mem", "r+b", 0):
        return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
