"""Sends itself SIGSTOP, so that it neither answers nor ends: the judge's clock ends it.

category: leaving
expect: mean_shape timeout/failed/error/crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import os
import signal


def mean(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return None


def spread(x):
    return x.min(), x.max()
