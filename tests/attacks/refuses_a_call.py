"""Writes in a call that the worker refuses to go on, which would be the grader's own fault and no
zero.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

from grader import wire

# @CHANNEL@


def mean(x):
    send(wire.frame(wire.Refused("the disk of the grader is full")))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
