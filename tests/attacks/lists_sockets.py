"""Reads the sockets of the machine: denied, or an own network without any.

category: peeking
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown: single files of its own in /proc can be read
"""

import functools


@functools.cache
def done():
    with open("/proc/self/net/unix") as file:
        return len(file.readlines()) > 1


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
