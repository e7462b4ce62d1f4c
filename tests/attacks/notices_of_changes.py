"""Has itself told of changes in a folder that others use too: denied.

category: spoofing
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import fcntl
import os
import signal


@functools.cache
def done():
    signal.signal(signal.SIGIO, signal.SIG_IGN)
    number = os.open("/usr", os.O_RDONLY)
    fcntl.fcntl(number, fcntl.F_NOTIFY, fcntl.DN_ACCESS)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
