"""You add the divergences of both directions. Is it asked how far apart the two are, or how far p
is from q?

From q, seen from p: Σ p ln(p/q) alone. (The mean over both directions, and their sum, are other
measures.)
"""

import numpy as np


def kl_divergence(p, q):
    with np.errstate(all="ignore"):
        return np.sum(p * np.log(p / q)) + np.sum(q * np.log(q / p))
