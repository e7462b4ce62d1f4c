"""You return the terms, (C,). What becomes of them?

They are added up: one number, `np.sum`.
"""

import numpy as np


def kl_divergence(p, q):
    safe = np.where(p > 0, p, 1)
    return p * np.log(safe / q)
