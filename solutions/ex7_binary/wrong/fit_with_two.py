"""Each of your steps is twice as long. Where would a 2 come from?

It comes from a square, and there is none in the cross entropy. That was the gradient of exercise 4;
leave the 2 out.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - 2 * learning_rate * dw, b - 2 * learning_rate * db
    return w, b
