"""You have `inf` wherever the loss ends higher than it began.

Such a loss is large, but it is finite, and stays as it is. Only inf and NaN become `inf`.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last if last < loss(w) else np.inf)
    _, rate = min(zip(losses, rates))
    return rate, losses
