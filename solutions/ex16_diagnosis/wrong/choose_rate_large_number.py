"""For a rate that diverges you have a large number in the list.

`inf` is asked, `np.inf` or `float("inf")`: that is more than any loss.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last if np.isfinite(last) else 1e10)
    _, rate = min(zip(losses, rates))
    return rate, losses
