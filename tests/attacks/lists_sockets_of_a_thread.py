"""Reads the connections of the machine, in the folder of a thread: denied, or an own network without any.

category: peeking
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools


@functools.cache
def done():
    with open("/proc/thread-self/net/tcp") as file:
        return len(file.readlines()) > 1


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
