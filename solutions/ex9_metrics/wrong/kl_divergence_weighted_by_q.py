"""These are the values of Σ q ln(p/q). With which probabilities is the logarithm averaged?

With p, those that stand above in the logarithm: Σ p ln(p/q).
"""

import numpy as np


def kl_divergence(p, q):
    some = p > 0
    return np.sum(q[some] * np.log(p[some] / q[some]))
