"""Reads another process's memory by process_vm_readv: the call is denied.

category: peeking
expect: denied
score: 3
open: depends
gain: nothing where there is a lockdown
"""

import functools
import ctypes


class Part(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


@functools.cache
def done():
    with open("/proc/@NEIGHBOUR@/maps") as maps:
        start = int(maps.readline().split("-")[0], 16)
    here = ctypes.create_string_buffer(4)
    local, remote = Part(ctypes.addressof(here), 4), Part(start, 4)
    libc = ctypes.CDLL(None)
    libc.process_vm_readv(@NEIGHBOUR@, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)
    return here.raw == b"\x7fELF"


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
