"""Answers its load with a million problems and with names as long as a book: texts and lists are
bounded.

category: channel
expect: all crashed
score: 0
open: same
gain: nothing: lists and texts are bounded
"""

import os
import stat
import sys

from grader.worker import wire


def channel():
    """The descriptor on which its worker talks to the judge."""
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return number
        except OSError:
            pass


def request():
    """The request that is being answered: it stands in a frame below this one."""
    frame = sys._getframe()
    while "message" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["message"]


def send(data):
    """All of the data, on the channel."""
    while data:
        data = data[os.write(channel(), data) :]


def forge():
    problems = [wire.Problem("mean.py", 1, "x" * 50, "y" * 10)] * 500_000
    send(wire.frame(wire.Loaded({}, problems)))
    return 1


ONE = forge()


def mean(x):
    return x.mean(axis=0) * ONE


def spread(x):
    return x.min(), x.max()
