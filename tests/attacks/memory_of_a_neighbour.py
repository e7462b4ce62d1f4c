"""Opens the memory of another process of the same user: neither reading nor writing is let.

category: peeking
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools


@functools.cache
def done():
    with open("/proc/@NEIGHBOUR@/mem", "r+b", 0) as memory, open("/proc/@NEIGHBOUR@/maps") as maps:
        start = int(maps.readline().split("-")[0], 16)
        memory.seek(start)
        return memory.read(4) == b"\x7fELF"


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
