"""Opens files until there are no descriptors left, and closes none: they are its own.

category: exhaustion
expect: mean_shape passed/error/crashed, mean_values passed/skipped, mean_purity passed/skipped, spread_values passed
score: 10|3
open: same
gain: nothing: descriptors are its own
"""

import functools
import os


@functools.cache
def done():
    try:
        for _ in range(5000):
            os.open("/dev/null", os.O_RDONLY)
    except OSError:
        pass
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
