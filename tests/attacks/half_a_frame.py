"""A frame that announces 64 MB and never comes: what was announced is not allocated, and the
deadline ends it.

category: channel
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: what is announced is not allocated
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


import time


def mean(x):
    send((1 << 26).to_bytes(4, "big") + b"\x93\xa5Reply")
    time.sleep(60)


def spread(x):
    return x.min(), x.max()
