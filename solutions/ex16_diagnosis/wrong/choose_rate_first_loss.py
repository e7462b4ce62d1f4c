"""Your losses are those behind the first step.

All `steps` steps come before the loss is asked for. Does a `return`, or the line with the loss,
stand too far to the left or to the right?
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(1):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last if np.isfinite(last) else np.inf)
    _, rate = min(zip(losses, rates))
    return rate, losses
