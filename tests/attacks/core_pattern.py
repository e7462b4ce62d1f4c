"""Opens the kernel's settings for writing, by which it would run programs as root: they are
read-only.

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
    os.close(os.open("/proc/sys/kernel/core_pattern", os.O_WRONLY))
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
