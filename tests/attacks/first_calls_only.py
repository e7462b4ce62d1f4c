"""Right on the first calls, and on the smallest inputs: a check passes when all of its inputs do.

category: peeking
expect: mean_shape passed, mean_values failed, mean_purity skipped, spread_values passed
score: 5
open: same
gain: nothing: every input counts
"""

CALLS = []


def mean(x):
    CALLS.append(x)
    return x.mean(axis=0) if len(CALLS) < 40 else x[0] * 0


def spread(x):
    return x.min(), x.max()
