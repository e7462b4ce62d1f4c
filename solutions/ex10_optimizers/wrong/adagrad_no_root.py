"""You divide by the sum of the squares itself. Does your step still have the size of the learning
rate when all gradients are ten times as large?

It should. For that the root is taken of G before g is divided by it.
"""


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = G + g**2
    return w - learning_rate * g / (G + 1e-8), G
