"""Looks into process 1, which may have a root and powers of its own (its files, environment,
memory, namespaces), signals it and attaches to it: all is denied.

category: escape
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import os


@functools.cache
def done():
    ways = (
        lambda: os.listdir("/proc/1/root"),
        lambda: os.listdir("/proc/1/cwd"),
        lambda: os.listdir("/proc/1/fd"),
        lambda: open("/proc/1/environ", "rb").close(),
        lambda: open("/proc/1/mem", "rb").close(),
        lambda: os.open("/proc/1/ns/user", os.O_RDONLY),
        lambda: os.readlink("/proc/1/exe"),
        lambda: os.kill(1, 0),
        attach,
    )
    return any(map(works, ways))


def works(way):
    try:
        way()
    except OSError:
        return False
    return True


def attach():
    libc = ctypes.CDLL(None)
    libc.ptrace.argtypes = [ctypes.c_long] * 4
    if libc.ptrace(0x4206, 1, 0, 0) != 0:
        raise PermissionError("not attached")


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
