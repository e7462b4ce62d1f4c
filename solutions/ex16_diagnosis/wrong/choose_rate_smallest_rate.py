"""Your losses are right, and you choose the smallest of all rates.

Look for the least loss first. The smaller rate counts only where two losses are equal.
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
    rate = min(rates)
    return rate, losses
