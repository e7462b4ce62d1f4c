"""These are the costs of x · w − b: the bias has the wrong sign. What is a prediction?

A prediction is x · w + b, and the residual is the prediction minus y. Parentheses help: with `y -
(X @ w + b)` both terms change their sign.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean((X @ w - b - y) ** 2)
