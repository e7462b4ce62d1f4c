"""The rate is right. Your losses are sorted, so they no longer stand beside their rates.

Leave the list in the order of `rates`, and look for the least one with `min`.
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
    _, rate = min(zip(losses, rates))
    return rate, sorted(losses)
