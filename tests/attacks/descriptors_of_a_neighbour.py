"""Reads through another process's open files in /proc: the links can't be followed.

category: peeking
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    return os.listdir("/proc/@NEIGHBOUR@/fd") and os.readlink("/proc/@NEIGHBOUR@/cwd")


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
