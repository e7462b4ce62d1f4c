"""Starts five hundred threads that compute without Python's lock, to take the processors from
others: they share one processor, and what they use is counted.

category: exhaustion
seconds: 4
expect: mean_shape passed/timeout/error/crashed, mean_values passed/timeout/skipped, mean_purity passed/timeout/skipped, spread_values passed/timeout
score: 10|8|7|3|0|5|6|2|9
open: same
gain: nothing: its threads have one processor, and their time is its own
"""

import functools
import hashlib
import threading


def compute():
    while True:
        hashlib.pbkdf2_hmac("sha256", b"", b"", 1 << 22)


@functools.cache
def done():
    try:
        for _ in range(500):
            threading.Thread(target=compute, daemon=True).start()
    except (RuntimeError, MemoryError):
        pass
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
