"""Closes the channel and goes on: the process is ended.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import os
import time

# @CHANNEL@


def mean(x):
    os.close(channel())
    time.sleep(20)


def spread(x):
    return x.min(), x.max()
