"""What the attacks on the channel have in common; it takes the place of their `# @CHANNEL@`."""

import os
import stat
import sys


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
