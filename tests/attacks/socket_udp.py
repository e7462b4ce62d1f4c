"""Sends a datagram to the network, as a question for a name would be: there is no network.

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
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as talk:
        return talk.sendto(b"x", ("127.0.0.1", 9)) == 1


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
