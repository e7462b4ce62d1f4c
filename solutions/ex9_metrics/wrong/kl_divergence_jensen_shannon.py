"""These are the values of the Jensen–Shannon divergence: both are compared with their middle. With
what is p compared here?

With q itself: Σ p ln(p/q).
"""

import numpy as np


def kl_divergence(p, q):
    m = (p + q) / 2
    with np.errstate(all="ignore"):
        return (np.nansum(p * np.log(p / m)) + np.nansum(q * np.log(q / m))) / 2
