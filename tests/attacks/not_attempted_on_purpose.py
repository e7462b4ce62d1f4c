"""Raises the stub's own NotImplementedError on the inputs that it can't do: what is not attempted
has no points.

category: leaving
expect: mean_shape not_attempted, mean_values not_attempted, mean_purity not_attempted, spread_values passed
score: 3
open: same
gain: nothing: no points are given for what is not attempted
"""

def mean(x):
    if x.size > 1:
        raise NotImplementedError("not implemented yet")
    return x[0]


def spread(x):
    return x.min(), x.max()
