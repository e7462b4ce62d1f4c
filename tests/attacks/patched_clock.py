"""Time stands still in the worker while it loops: deadlines are by the judge's own clock.

category: spoofing
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: the judge has its own clock
"""

import time

time.time = time.monotonic = time.perf_counter = time.process_time = lambda: 0.0
time.sleep = lambda seconds: None


def mean(x):
    time.time = time.monotonic = lambda: 0.0
    while time.monotonic() < 1:
        pass
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
