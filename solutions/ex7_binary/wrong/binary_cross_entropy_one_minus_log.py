"""The second term is 1 − ln p, not ln(1 − p). Which is the probability of label 0?

1 − p, and its logarithm is asked: subtract inside the brackets of the logarithm, `np.log(1 - p)`.
"""

import numpy as np


def binary_cross_entropy(p, y):
    q = np.clip(p, 1e-12, 1)
    return -np.mean(y * np.log(q) + (1 - y) * (1 - np.log(q)))
