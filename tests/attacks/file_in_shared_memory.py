"""Leaves a file in /dev/shm, which is memory and outlives it (it removes it): it can't write
there.

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
    with open("/dev/shm/grader-attack", "w") as file:
        file.write("x")
    os.unlink("/dev/shm/grader-attack")
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
