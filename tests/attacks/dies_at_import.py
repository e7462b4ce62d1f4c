"""Ends the process with exit code 0 while it is imported: no answer is no point.

category: leaving
expect: all crashed
score: 0
open: same
gain: nothing
"""

import os

OFFSET = os._exit(0)


def mean(x):
    return x.mean(axis=0) + OFFSET


def spread(x):
    return x.min(), x.max()
