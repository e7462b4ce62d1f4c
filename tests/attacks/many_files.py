"""Makes two thousand files, to use up the inodes: they go with its scratch.

category: exhaustion
expect: all passed
score: 10
open: same
gain: nothing: they go with its scratch
"""

import contextlib


def mean(x):
    with contextlib.suppress(OSError):
        for number in range(2000 if not CALLS else 0):
            with open(f"file-{number}", "x"):
                pass
    CALLS.append(1)
    return x.mean(axis=0)


CALLS = []


def spread(x):
    return x.min(), x.max()
