"""Starts two thousand threads and keeps them: they count for its own process, and end with it.

category: exhaustion
expect: mean_shape passed/error/crashed/timeout, mean_values passed/skipped, mean_purity passed/skipped, spread_values passed
score: 10|3
open: same
gain: nothing: its threads end with it
"""

import functools
import threading


@functools.cache
def done():
    threading.stack_size(1 << 16)
    end = threading.Event()
    try:
        for _ in range(2000):
            threading.Thread(target=end.wait, daemon=True).start()
    except (RuntimeError, MemoryError):
        pass
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
