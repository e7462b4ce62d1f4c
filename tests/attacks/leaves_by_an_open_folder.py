"""Climbs out with fchdir and a chain of .. above its root: what it finds there can't be read.

category: escape
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    number = os.open(".", os.O_RDONLY)
    os.fchdir(number)
    for _ in range(50):
        os.chdir("..")
    with open("@CANARY@/gradebook.csv".lstrip("/")) as file:
        return "a neighbour" in file.read()


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
