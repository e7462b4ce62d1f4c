"""You stop at the first p that is 0: the terms after it are missing. Which terms are 0?

Those with p = 0 alone. Leave out these, with `continue` and not `break`, and go on.
"""

import numpy as np


def kl_divergence(p, q):
    s = 0.0
    for a, b in zip(p, q):
        if a == 0:
            break
        s += a * np.log(a / b)
    return s
