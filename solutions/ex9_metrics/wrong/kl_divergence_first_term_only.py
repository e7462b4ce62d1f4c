"""You return the first term alone. If it is in a loop: how often is the line with `return` reached?

Once: it ends the function in the first round. Move it out of the loop, to the left.
"""

import numpy as np


def kl_divergence(p, q):
    s = 0.0
    for a, b in zip(p, q):
        if a > 0:
            s += a * np.log(a / b)
        return s
