"""These are the values of Σ p (ln p + ln q). What is the logarithm of a quotient?

The difference: ln(p/q) = ln p − ln q.
"""

import numpy as np


def kl_divergence(p, q):
    some = p > 0
    return np.sum(p[some] * (np.log(p[some]) + np.log(q[some])))
