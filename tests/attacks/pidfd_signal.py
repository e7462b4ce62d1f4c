"""Signals another process through a pidfd, which a filter of kill alone would miss (signal 0).

category: tampering
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os
import signal


@functools.cache
def done():
    signal.pidfd_send_signal(os.pidfd_open(@NEIGHBOUR@), 0)
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
