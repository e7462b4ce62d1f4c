"""Sends a byte behind each reply: what follows is no frame.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

from grader import wire

# @CHANNEL@


def mean(x):
    once = wire.frame
    if not hasattr(wire, "evil"):
        wire.evil = True
        wire.frame = lambda message: once(message) + b"\x91"
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
