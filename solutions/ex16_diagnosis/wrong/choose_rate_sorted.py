"""Your losses are in the order of increasing rates. The rates came in another order.

Go through `rates` as they stand: the loss of the first rate comes first.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in sorted(rates):
        v = w
        for _ in range(steps):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last if np.isfinite(last) else np.inf)
    _, rate = min(zip(losses, sorted(rates)))
    return rate, losses
