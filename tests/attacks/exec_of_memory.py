"""Starts a program that is in no file (a memfd): a worker can't.

category: escape
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os
import shutil


@functools.cache
def done():
    number = os.memfd_create("program", 0)
    with open(shutil.which("true"), "rb") as program:
        os.write(number, program.read())
    child = os.posix_spawn(f"/proc/self/fd/{number}", ["true"], {})
    return os.waitpid(child, 0)[1] == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
