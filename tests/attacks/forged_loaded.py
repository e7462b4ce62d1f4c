"""Writes, while it is imported, that all was found, before the worker says what was: then there is
one reply too many.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values crashed
score: 0
open: same
gain: nothing: its own worker is lost
"""

from grader import wire

# @CHANNEL@


def forge():
    found = {name: wire.Found("function", True, "(x)") for name in ("mean", "spread")}
    send(wire.frame(wire.Loaded(found, [])))
    return 1


ONE = forge()


def mean(x):
    return x.mean(axis=0) * ONE


def spread(x):
    return x.min(), x.max()
