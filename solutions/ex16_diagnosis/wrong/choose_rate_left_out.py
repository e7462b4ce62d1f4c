"""You leave out the losses of rates that diverge, so your list is too short.

Each rate has its place in the list. What is not finite stands there as `inf`.
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
    _, rate = min((x, r) for x, r in zip(losses, rates) if x < np.inf)
    return rate, [last for last in losses if np.isfinite(last)]
