"""Your losses are right, and you choose the largest rate of those that do not diverge.

Look for the least loss, and return its rate.
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
    rate = max(r for r, x in zip(rates, losses) if x < np.inf)
    return rate, losses
