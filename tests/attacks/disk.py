"""Writes 300 MB into one file of its scratch: the size of a file is limited.

category: exhaustion
expect: denied
score: 3
open: succeeds
gain: its scratch's room, which goes with it
"""

import functools


@functools.cache
def done():
    block = bytes(1 << 20)
    with open("big", "wb") as file:
        for _ in range(300):
            file.write(block)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
