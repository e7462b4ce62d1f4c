"""Answers its load with a million problems and with names as long as a book: texts and lists are
bounded.

category: channel
expect: all crashed
score: 0
open: same
gain: nothing: lists and texts are bounded
"""

from grader import wire

# @CHANNEL@


def forge():
    problems = [wire.SourceProblem("mean.py", 1, "x" * 50, "y" * 10)] * 500_000
    send(wire.frame(wire.Loaded({}, problems)))
    return 1


ONE = forge()


def mean(x):
    return x.mean(axis=0) * ONE


def spread(x):
    return x.min(), x.max()
