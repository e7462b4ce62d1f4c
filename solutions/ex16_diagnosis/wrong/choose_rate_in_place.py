"""You move the `w` that you were given: `-=` writes into the caller's array. So the next rate
begins where this one ended, too.

`v = w` is only another name for the same array. `v = v - …` makes a new one, and so does
`w.copy()`.
"""

import numpy as np


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v -= rate * gradient(v)
        last = loss(v)
        losses.append(last if np.isfinite(last) else np.inf)
    _, rate = min(zip(losses, rates))
    return rate, losses
