"""Sleeps for ever, uninterruptibly as far as Python goes: it takes no processor, and ends at the
deadline.

category: exhaustion
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import time


def mean(x):
    while True:
        try:
            time.sleep(1e6)
        except BaseException:
            pass


def spread(x):
    return x.min(), x.max()
