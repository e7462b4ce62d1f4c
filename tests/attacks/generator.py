"""A generator of the right numbers, and of more code that would run when it is read: nobody reads
it.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: a generator is named, not run
"""

def mean(x):
    yield from x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
