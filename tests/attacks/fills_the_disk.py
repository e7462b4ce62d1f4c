"""Writes 30 MB files without end, and removes the name of every other one while it is open.

category: exhaustion
expect: mean_shape failed/error/crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: never
gain: nothing: a scratch has a quota, or is looked at
"""

import functools
import os


@functools.cache
def fill():
    block, kept = bytes(1 << 20), []
    for number in range(200):
        try:
            file = open(f"big-{number}", "wb")
            for _ in range(30):
                file.write(block)
        except OSError:
            return
        if number % 2:
            os.unlink(f"big-{number}")
            kept.append(file)


def mean(x):
    fill()


def spread(x):
    return x.min(), x.max()
