"""Each of your steps goes uphill: w and b move with the gradient. In which direction does the loss
fall?

Against the gradient: subtract learning_rate times it. Look for `+=`, for `=-` in place of `-=`, and
for an error of y - p.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w + learning_rate * dw, b + learning_rate * db
    return w, b
