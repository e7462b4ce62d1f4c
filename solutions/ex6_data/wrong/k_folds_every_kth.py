"""Every generator gives the same folds, whatever its seed. Does chance decide anything in your
function?

Either a seed stands in it, or the folds follow a fixed rule, as every k-th index: rng has no
effect. Take the order from rng: `rng.permutation(n)`.
"""

import numpy as np


def k_folds(n, k, rng):
    fold = np.arange(n) % k
    return [(np.flatnonzero(fold != i), np.flatnonzero(fold == i)) for i in range(k)]
