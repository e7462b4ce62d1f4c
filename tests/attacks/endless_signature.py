"""Answers its load with a signature of 50 MB: texts are bounded.

category: channel
expect: all crashed
score: 0
open: same
gain: nothing: texts are bounded
"""

from grader import wire

# @CHANNEL@


def forge():
    found = {"mean": wire.Found("function", True, "(" + "x" * (50 << 20) + ")")}
    send(wire.frame(wire.Loaded(found, [])))
    return 1


ONE = forge()


def mean(x):
    return x.mean(axis=0) * ONE


def spread(x):
    return x.min(), x.max()
