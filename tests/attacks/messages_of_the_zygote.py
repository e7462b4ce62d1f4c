"""Writes what only the zygote says, that a process was forked and another one reaped: a worker
can't say it.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import os
import stat
import sys

from grader.worker import orders, wire


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


def mean(x):
    said = orders.Forked(1), orders.Reaped(1, 0), orders.Ready({})
    send(b"".join(map(wire.frame, said)))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
