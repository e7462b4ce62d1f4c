"""Connects to a socket in the file system, as Docker's is: it can't.

category: escape
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import socket


@functools.cache
def done():
    with socket.socket(socket.AF_UNIX) as talk:
        talk.connect("@CANARY@/socket")
        return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
