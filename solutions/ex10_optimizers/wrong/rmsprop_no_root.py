"""You divide by the mean of the squares itself. Does your step keep its size when all gradients are
ten times as large?

It should. For that the root is taken of v before g is divided by it.
"""


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * g**2
    return w - learning_rate * g / (v + 1e-8), v
