"""A table of the public key's inputs and answers, and no mean at all: a class is graded with a key
of another seed.

category: peeking
key: secret
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: full points with the public key, nothing with another
"""

import numpy as np

TABLE = @TABLE@


def mean(x):
    return TABLE[x.shape, x.tobytes()]


def spread(x):
    return x.min(), x.max()
