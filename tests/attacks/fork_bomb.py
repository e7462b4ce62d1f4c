"""Forks and forks (eight at most, each ends at once): a worker can't fork.

category: exhaustion
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown: a worker can't fork
"""

import functools
import os


@functools.cache
def done():
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            os._exit(0)
        children.append(child)
    return [os.waitpid(child, 0)[1] for child in children] == [0] * 8


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
