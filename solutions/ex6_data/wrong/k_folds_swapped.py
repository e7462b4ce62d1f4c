"""In your pairs the small part stands first. Which is for training?

The large one, and it comes first: (train, validation).
"""

import numpy as np


def k_folds(n, k, rng):
    order = rng.permutation(n)
    return [(part, np.setdiff1d(order, part)) for part in np.array_split(order, k)]
