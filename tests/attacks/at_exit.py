"""Registers at exit a forged answer: a worker is ended, it does not exit.

category: leaving
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: a worker is killed, it does not exit
"""

import atexit
import os
import signal
import stat


def leave():
    os.mkdir("@CANARY@/at-exit")


def mean(x):
    atexit.register(leave)
    signal.signal(signal.SIGTERM, lambda *args: leave())
    return None


def spread(x):
    return x.min(), x.max()
