"""These are the values with an epsilon of about 1e-5 beside the probabilities. How large is the
smallest q?

It is 0.001, so that this epsilon is a hundredth of it. Leave out where p is 0, or use 1e-8 or less.
"""

import numpy as np


def kl_divergence(p, q):
    return np.sum(p * np.log((p + 1e-5) / (q + 1e-5)))
