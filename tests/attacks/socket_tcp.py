"""Connects to a server on its own machine: there is no network.

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
    with socket.create_connection(("127.0.0.1", @PORT@), timeout=1):
        return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
