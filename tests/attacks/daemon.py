"""Leaves a daemon in a session of its own (it ends itself after 3 seconds): a worker can't fork.

category: exhaustion
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os
import time


@functools.cache
def done():
    read, write = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in range(3, 256):
                if number != write:
                    try:
                        os.close(number)
                    except OSError:
                        pass
            os.write(write, b"alive")
            time.sleep(3)
        os._exit(0)
    os.close(write)
    return os.read(read, 5) == b"alive"


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
