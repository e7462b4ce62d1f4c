"""Takes a lease on a file, by which it is told when another process opens it: denied.

category: spoofing
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import fcntl
import os


@functools.cache
def done():
    open("mine", "w").close()
    number = os.open("mine", os.O_RDONLY)
    fcntl.fcntl(number, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    return fcntl.fcntl(number, fcntl.F_GETLEASE) == fcntl.F_RDLCK


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
