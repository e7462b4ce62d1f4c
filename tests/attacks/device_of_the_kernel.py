"""Opens the kernel's own devices, /dev/mem, /dev/kmsg and disks, for reading: there are none.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import glob
import os


@functools.cache
def done():
    opened = 0
    for path in ["/dev/mem", "/dev/kmsg", "/dev/kvm", "/dev/fuse", *glob.glob("/dev/[svx]d[a-z]")]:
        try:
            os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK))
            opened += 1
        except OSError:
            pass
    return opened


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
