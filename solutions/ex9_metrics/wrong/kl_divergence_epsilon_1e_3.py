"""These are the values with an epsilon of 1e-3 beside the probabilities. How large is the smallest
q?

It is 0.001 too, so such an epsilon doubles it. No epsilon is needed where p = 0 is left out; up to
1e-8 is accepted.
"""

import numpy as np


def kl_divergence(p, q):
    return np.sum(p * np.log((p + 1e-3) / (q + 1e-3)))
