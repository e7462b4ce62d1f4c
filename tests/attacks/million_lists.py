"""A list of four million empty lists, 50 MB that would be a gigabyte of the judge's: values are
counted before they are decoded.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: values are counted before they are decoded
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


def reply(value):
    """A frame that answers the request with a value, given as msgpack."""
    head = b"\x93\xa5Reply\xce" + request().number.to_bytes(4, "big")
    body = head + b"\x93\xa8Returned" + value + b"\xa0"
    return len(body).to_bytes(4, "big") + body


def mean(x):
    count = 4_000_000
    empty = b"\x93\xa3Seq\xa4list\x90" * count
    send(reply(b"\x93\xa3Seq\xa4list\xdd" + count.to_bytes(4, "big") + empty))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
