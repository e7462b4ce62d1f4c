"""The right numbers plus an imaginary part that a comparison might drop: real numbers are asked.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: real numbers are asked
"""

def mean(x):
    return x.mean(axis=0) + 5j


def spread(x):
    return x.min(), x.max()
