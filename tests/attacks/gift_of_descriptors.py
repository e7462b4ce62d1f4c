"""Sends the judge two hundred descriptors along with its reply, to use up its own: nobody receives
them.

category: channel
expect: mean_shape crashed/error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
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


import socket


def mean(x):
    with socket.socket(fileno=os.dup(channel())) as talk:
        null = os.open("/dev/null", os.O_RDONLY)
        value = wire.Array("array", str(x.dtype), x.shape[1:], memoryview(x.mean(axis=0).tobytes()))
        socket.send_fds(talk, [wire.frame(wire.Reply(request().number, wire.Returned(value)))], [null] * 200)
    return None


def spread(x):
    return x.min(), x.max()
