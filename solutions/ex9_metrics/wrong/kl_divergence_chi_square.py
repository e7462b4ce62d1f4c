"""These are the values of Σ (p − q)²/q, which is χ². Where is the logarithm?

In each term: Σ p ln(p/q).
"""

import numpy as np


def kl_divergence(p, q):
    return np.sum((p - q) ** 2 / q)
