"""Lists nested 480 deep, as deep as the decoder takes them: what shows them must not recurse to
its end.

category: channel
expect: mean_shape failed/crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
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
    send(reply(b"\x93\xa3Seq\xa4list\x91" * 480 + b"\xc0"))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
