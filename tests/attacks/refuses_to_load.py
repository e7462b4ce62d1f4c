"""Writes, while it is imported, that the worker refuses to go on, which would be the grader's own
fault and no zero: too late for it.

category: channel
expect: all crashed
score: 0
open: same
gain: nothing: after the first of its lines no fault is the grader's
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


def refuse():
    send(wire.frame(wire.Refused("the disk of the grader is full \x1b[2J")))
    return 0.0


ZERO = refuse()


def mean(x):
    return x.mean(axis=0) + ZERO


def spread(x):
    return x.min(), x.max()
