"""Looks around in the folder above its scratch, where the others' are: a worker sees its own
alone.

category: peeking
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    return "zygote.log" in os.listdir("..")


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
