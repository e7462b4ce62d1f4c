"""Sets the machine's clock (to what it is): denied.

category: escape
expect: denied
score: 3
open: never
gain: nothing where there is a lockdown
"""

import functools
import time


@functools.cache
def done():
    time.clock_settime_ns(time.CLOCK_REALTIME, time.clock_gettime_ns(time.CLOCK_REALTIME))
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
