"""Becomes a program that is in no file, by execveat of a descriptor (in a child, so that it can
tell): a worker can't.

category: escape
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import ctypes
import os
import platform
import shutil


@functools.cache
def done():
    libc = ctypes.CDLL(None)
    execveat = {"x86_64": 322, "aarch64": 281}[platform.machine()]
    number = os.open(shutil.which("true"), os.O_RDONLY)
    arguments = (ctypes.c_char_p * 2)(b"true", None)
    child = os.fork()
    if child == 0:
        libc.syscall(execveat, number, b"", arguments, (ctypes.c_char_p * 1)(None), 0x1000)
        os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
