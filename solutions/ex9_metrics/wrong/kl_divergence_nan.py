"""Your sums are right until a p is 0; then they are NaN. What is 0 · ln 0 for a computer?

ln 0 is −∞, and 0 · (−∞) is NaN, while the term should be 0. Leave out where p is 0: `s = p > 0`,
and then `p[s]` and `q[s]`.
"""

import numpy as np


def kl_divergence(p, q):
    with np.errstate(all="ignore"):
        return np.sum(p * np.log(p / q))
