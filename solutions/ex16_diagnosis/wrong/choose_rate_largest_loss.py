"""Your losses are right, and you choose the rate of the greatest one.

The less a loss is, the better: `min`, or `np.argmin`.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last if np.isfinite(last) else np.inf)
    _, rate = max(zip(losses, rates))
    return rate, losses
