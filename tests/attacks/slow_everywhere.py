"""Takes its time in every call, a little less than one call may take: a submission has a deadline
in all.

category: exhaustion
seconds: 5
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values timeout
score: 0
open: same
gain: nothing: a submission has a deadline in all
"""

import time


def mean(x):
    time.sleep(1.5)
    return x.mean(axis=0)


def spread(x):
    time.sleep(1.5)
    return x.min(), x.max()
