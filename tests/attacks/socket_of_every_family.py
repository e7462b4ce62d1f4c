"""Asks for a socket of every family there is (Netlink, packets, Bluetooth, vsock, AF_ALG and on):
none is given.

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
    made = 0
    for family in range(1, 48):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
            try:
                socket.socket(family, kind).close()
                made += 1
            except OSError:
                pass
    return made


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
