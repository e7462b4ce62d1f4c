"""The sign is the other one. Can a divergence be negative?

Never: it is Σ p ln(p/q), or −Σ p ln(q/p).
"""

import numpy as np


def kl_divergence(p, q):
    s = p > 0
    return -np.sum(p[s] * np.log(p[s] / q[s]))
