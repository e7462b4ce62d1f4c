"""Sends half a frame behind the last reply of a check, to be taken for the beginning of the next:
the next check has lost its worker, no more.

category: channel
expect: mean_shape passed, mean_values passed, mean_purity passed, spread_values crashed
score: 7
open: same
gain: nothing: its own worker is lost
"""

from grader import wire

# @CHANNEL@


CALLS = []


def mean(x):
    CALLS.append(x)
    return x.mean(axis=0)


def spread(x):
    if request().number % 7 == 0:
        once = wire.frame
        wire.frame = lambda message: once(message) + b"\x00\x00"
    return x.min(), x.max()
