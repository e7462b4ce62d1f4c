"""A file of a terabyte with nothing in it: it takes no room, and limits forbid it.

category: tampering
expect: mean_shape passed/crashed, mean_values passed/skipped, mean_purity passed/skipped, spread_values passed
score: 10|3
open: same
gain: nothing
"""

import contextlib


def mean(x):
    with contextlib.suppress(OSError):
        with open("sparse", "wb") as file:
            file.truncate(1 << 40)
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
