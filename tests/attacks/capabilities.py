"""Asks the kernel which capabilities it has: none.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools


@functools.cache
def done():
    with open("/proc/self/status") as status:
        held = dict(line.split(":", 1) for line in status)
    return any(int(held[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb"))


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
