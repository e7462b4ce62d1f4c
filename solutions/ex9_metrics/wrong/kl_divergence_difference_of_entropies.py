"""This is Σ p ln p − Σ q ln q, the difference of two entropies. By what is ln q multiplied in Σ p
ln(p/q)?

By p, too: it is Σ p ln p − Σ p ln q.
"""

import numpy as np


def kl_divergence(p, q):
    some = p[p > 0]
    return np.sum(some * np.log(some)) - np.sum(q * np.log(q))
