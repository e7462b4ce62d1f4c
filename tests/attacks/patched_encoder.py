"""Patches the code that encodes its values, to send `passed` for each: what is sent is a value
like another.

category: tampering
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing: whatever it sends is compared
"""

from grader import wire
from grader.worker import values


def mean(x):
    values.to_wire = lambda value: "passed"
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
