"""These are the values of the cross entropy, −Σ p ln q. What is it where p and q are the same?

The entropy of p, and not 0. The divergence is what is left without that: Σ p ln(p/q).
"""

import numpy as np


def kl_divergence(p, q):
    return -np.sum(p * np.log(q))
