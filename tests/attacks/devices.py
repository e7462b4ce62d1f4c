"""Makes a device file of the kernel's memory (1, 1): it takes a capability that a worker has not.

category: tampering
expect: denied
score: 3
open: depends
gain: nothing without root, and nothing under a lockdown
"""

import functools
import os
import stat


@functools.cache
def done():
    os.mknod("memory", 0o600 | stat.S_IFCHR, os.makedev(1, 1))
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
