"""You take one step more than is asked.

`range(steps)` has as many as are asked.
"""


def descend(w, gradient, lr, steps):
    momentum = Momentum(lr, 0.9)
    for _ in range(steps + 1):
        w = momentum.step(w, gradient(w))
    return w
