"""Your sum lacks the last term. How many terms are there?

C, as many as `p` has numbers: `range(len(p))`.
"""

import numpy as np


def kl_divergence(p, q):
    p, q = p[:-1], q[:-1]
    some = p > 0
    return np.sum(p[some] * np.log(p[some] / q[some]))
