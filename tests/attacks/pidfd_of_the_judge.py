"""Asks its channel for a descriptor of the process at the other end, which is the judge: denied.

category: peeking
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools

# @CHANNEL@

import socket

SO_PEERPIDFD = 77


@functools.cache
def done():
    with socket.socket(fileno=os.dup(channel())) as judge:
        return judge.getsockopt(socket.SOL_SOCKET, SO_PEERPIDFD) > 2


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
