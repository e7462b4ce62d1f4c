"""Your bias moves by the gradient at the *new* weights. From which point should both move?

From the same one. Compute dw and db first, and change w and b only then.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        w = w - learning_rate * gradient(X, y, w, b)[0]
        b = b - learning_rate * gradient(X, y, w, b)[1]
    return w, b
