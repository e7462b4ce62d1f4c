"""Only your first loss is right: each further rate goes on from where the one before it ended.

Each rate begins at the `w` that was given. Set your point back to it before the steps of each
rate.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    v = w
    for rate in rates:
        for _ in range(steps):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last if np.isfinite(last) else np.inf)
    _, rate = min(zip(losses, rates))
    return rate, losses
