"""In the place of the rate you return its place in the list.

The place leads to the rate: take the entry of `rates` that stands there.
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
    return rates.index(rate), losses
