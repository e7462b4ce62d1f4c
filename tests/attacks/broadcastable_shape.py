"""The right numbers in a shape that broadcasts against the right one: shapes are compared before
NumPy sees two arrays.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing
"""

def mean(x):
    return x.mean(axis=0, keepdims=True)


def spread(x):
    return x.min(keepdims=True), x.max(keepdims=True)
