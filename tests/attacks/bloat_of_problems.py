"""Answers its load with all problems that a file may have, each of 80,000 letters: a report has a
length.

category: channel
expect: all crashed/not_attempted
score: 0
open: same
gain: nothing: a report is cut to a length that can be kept and read
"""

from grader import wire
from grader.text import Message

# @CHANNEL@


def forge():
    message = Message("{a}{b}{c}", a="x" * 25_000, b="y" * 25_000, c="\x00" * 25_000)
    problem = wire.SourceProblem("mean.py", 1, message, "z" * 1000)
    send(wire.frame(wire.Loaded({}, [problem] * 70)))
    return 1


ONE = forge()


def mean(x):
    return x.mean(axis=0) * ONE


def spread(x):
    return x.min(), x.max()
