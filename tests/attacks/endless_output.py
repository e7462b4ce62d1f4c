"""Prints without end, by Python and below it (100 MB at most): what is kept of it is bounded.

category: exhaustion
expect: mean_shape failed/crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: output is bounded
"""

import os


CALLS = []


def mean(x):
    CALLS.append(x)
    try:
        for _ in range(100 if len(CALLS) == 1 else 0):
            os.write(1, b"x" * (1 << 20))
            os.write(2, b"\n" * 1000)
    except OSError:
        pass
    for _ in range(100):
        print("y" * 10_000)
    return None


def spread(x):
    return x.min(), x.max()
