import numpy as np
from types import SimpleNamespace


def Momentum(lr, beta):
    moves = []

    def step(w, g):
        moves.append(g)
        kept = sum(beta**k * move for k, move in enumerate(reversed(moves)))
        return np.subtract(w, lr * kept)

    return SimpleNamespace(step=step)


def descend(w, gradient, lr, steps):
    step = Momentum(lr, 0.9).step
    for _ in range(steps):
        w = step(w, gradient(w))
    return w
