"""Writes, while it is imported, that the worker refuses to go on, which would be the grader's own
fault and no zero: too late for it.

category: channel
expect: all crashed
score: 0
open: same
gain: nothing: after the first of its lines no fault is the grader's
"""

from grader import wire

# @CHANNEL@


def refuse():
    send(wire.frame(wire.Refused("the disk of the grader is full \x1b[2J")))
    return 0.0


ZERO = refuse()


def mean(x):
    return x.mean(axis=0) + ZERO


def spread(x):
    return x.min(), x.max()
