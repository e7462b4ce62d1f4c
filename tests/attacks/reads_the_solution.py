"""Executes the reference solution and answers with its values: a worker can't read it.

category: peeking
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown: no file of the host's can be read
"""

import functools


@functools.cache
def done():
    namespace = {}
    with open("@CANARY@/solution.py") as file:
        exec(file.read(), namespace)
    return namespace["mean"]


def mean(x):
    return done()(x)


def spread(x):
    return x.min(), x.max()
