"""Attaches to another process as a debugger would (PTRACE_SEIZE, which does not stop it): denied.

category: peeking
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    libc.ptrace.argtypes = [ctypes.c_long] * 4
    return libc.ptrace(0x4206, @NEIGHBOUR@, 0, 0) == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
