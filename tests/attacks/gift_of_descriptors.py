"""Sends the judge two hundred descriptors along with its reply, to use up its own: nobody receives
them.

category: channel
expect: mean_shape crashed/error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import os
import socket

from grader import wire

# @CHANNEL@


def mean(x):
    with socket.socket(fileno=os.dup(channel())) as talk:
        null = os.open("/dev/null", os.O_RDONLY)
        value = wire.Array("array", str(x.dtype), x.shape[1:], memoryview(x.mean(axis=0).tobytes()))
        socket.send_fds(talk, [wire.frame(wire.Reply(request().number, wire.Returned(value)))], [null] * 200)
    return None


def spread(x):
    return x.min(), x.max()
