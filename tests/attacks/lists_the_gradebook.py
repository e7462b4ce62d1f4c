"""Lists the folder of the grades, and asks for the size of the file: a worker sees neither.

category: peeking
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    return "gradebook.csv" in os.listdir("@CANARY@")


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
