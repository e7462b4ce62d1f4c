"""The same table against the public key itself: it passes, which is why a class is graded with
another.

category: peeking
expect: all passed
score: 10
open: same
gain: full points: the public key is for practice
"""

import numpy as np

TABLE = @TABLE@


def mean(x):
    return TABLE.get((x.shape, x.tobytes()), x[0])


def spread(x):
    return x.min(), x.max()
