"""Sends half a frame behind the last reply of a check, to be taken for the beginning of the next:
the next check has lost its worker, no more.

category: channel
expect: mean_shape passed, mean_values passed, mean_purity passed, spread_values crashed
score: 7
open: same
gain: nothing: its own worker is lost
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


CALLS = []


def mean(x):
    CALLS.append(x)
    return x.mean(axis=0)


def spread(x):
    if request().number % 7 == 0:
        once = wire.frame
        wire.frame = lambda message: once(message) + b"\x00\x00"
    return x.min(), x.max()
