"""Starts a program: a worker can't.

category: escape
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import subprocess


@functools.cache
def done():
    return subprocess.run(["/bin/true"]).returncode == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
