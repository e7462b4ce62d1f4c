"""Your descent fits Xw + b itself to the labels. Where is the sigmoid?

The error is p - y with p = sigmoid(Xw + b). You have it already: call `gradient`.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        error = X @ w + b - y
        w, b = w - learning_rate * X.T @ error / len(y), b - learning_rate * error.mean()
    return w, b
