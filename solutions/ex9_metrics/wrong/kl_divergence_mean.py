"""You divide by C, the number of terms. Are the probabilities not weights already?

They add up to 1, so the sum is an average: `np.sum`, not `np.mean`.
"""

import numpy as np


def kl_divergence(p, q):
    safe = np.where(p > 0, p, 1)
    return np.mean(p * np.log(safe / q))
