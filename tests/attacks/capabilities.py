"""Asks the kernel which capabilities it has: none but CAP_DAC_READ_SEARCH, and that only in
confined as root where nobody else could read Python; Landlock says what it may read with it.

category: escape
expect: denied
score: 3
open: depends
gain: nothing; with the capability to read, names and sizes in folders of root's
"""

import functools


@functools.cache
def done():
    with open("/proc/self/status") as status:
        held = dict(line.split(":", 1) for line in status)
    masks = [int(held[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")]
    return any(mask & ~(1 << 2) for mask in masks)


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
