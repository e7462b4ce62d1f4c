"""Only the samples on the wrong side of 1/2 cost something in your loss. Is a right sample of p =
0.6 as good as one of p = 0.99?

No: −ln 0.6 is 0.51, and −ln 0.99 is 0.01. Each of the N samples has its loss.
"""

import numpy as np


def binary_cross_entropy(p, y):
    q = np.where(y == 1, p, 1 - p)
    return -np.mean(np.where(q < 0.5, np.log(np.maximum(q, 1e-12)), 0))
