"""A loss that is NaN stays NaN in your list, and where it comes first it is chosen: Python's `min`
keeps it.

Nothing is less than NaN, so nothing takes its place. Make every loss that is not finite
infinite before you compare.
"""


def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v = v - rate * gradient(v)
        last = loss(v)
        losses.append(last)
    rate = rates[losses.index(min(losses))]
    return rate, losses
