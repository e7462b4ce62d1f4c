"""Ends the process with exit code 0 in a call: it costs that check, and the next has a new worker.

category: leaving
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import os


def mean(x):
    os._exit(0)


def spread(x):
    return x.min(), x.max()
