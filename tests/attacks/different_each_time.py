"""Right at its first call, and wrong in turns after it: whatever looks for a smaller example finds
no firm ground, and must not be why nothing is graded.

category: leaving
expect: mean_shape passed, mean_values failed, mean_purity skipped, spread_values passed
score: 5
open: same
gain: what its right values are worth
"""

CALLS = []


def mean(x):
    CALLS.append(1)
    return x.mean(0) + len(CALLS) % 2


def spread(x):
    return x.min(), x.max()
