"""All your steps use the gradient at the start.

The gradient changes along the way. Ask for it in each step, at the point where you are.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v = v - rate * gradient(w)
        last = loss(v)
        losses.append(last if np.isfinite(last) else np.inf)
    _, rate = min(zip(losses, rates))
    return rate, losses
