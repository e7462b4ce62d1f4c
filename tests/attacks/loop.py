"""Loops for ever, with all signals and exceptions ignored: it is ended by a signal that can't be
ignored.

category: exhaustion
expect: mean_shape timeout/crashed/error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import signal


def mean(x):
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


def spread(x):
    return x.min(), x.max()
