"""Your losses are those before the last step.

Ask for the loss once more behind the loop, where the last step has ended. `range(1, steps)` has
one step too few.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps - 1):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last if np.isfinite(last) else np.inf)
    _, rate = min(zip(losses, rates))
    return rate, losses
