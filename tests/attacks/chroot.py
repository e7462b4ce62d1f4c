"""Changes its root to a folder of its own, as a step out of a jail: denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    os.makedirs("root", exist_ok=True)
    os.chroot("root")
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
