"""Reads the grades of others: a worker can't.

category: peeking
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools


@functools.cache
def done():
    with open("@CANARY@/gradebook.csv") as file:
        return "a neighbour" in file.read()


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
