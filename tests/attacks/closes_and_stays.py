"""Closes the channel and computes on: it is ended at once, and keeps nobody waiting.

category: leaving
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    os.close(channel())
    while True:
        pass


def spread(x):
    return x.min(), x.max()
