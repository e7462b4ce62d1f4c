"""Forks a child that goes on computing after the deadline, and answers with a value from a pipe: a
worker can't fork.

category: exhaustion
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    read, write = os.pipe()
    if os.fork() == 0:
        os.write(write, b"1")
        os._exit(0)
    return os.read(read, 1) == b"1"


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
