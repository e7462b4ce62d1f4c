"""p and q are swapped: these are the values of Σ q ln(q/p). Which of the two is the average over?

Over p: Σ p ln(p/q). The divergence is not symmetric.
"""

import numpy as np


def kl_divergence(p, q):
    with np.errstate(all="ignore"):
        return np.sum(q * np.log(q / p))
