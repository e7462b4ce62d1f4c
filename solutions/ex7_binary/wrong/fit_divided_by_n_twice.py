"""Your steps are N times too short. How often is the gradient divided by N?

Once: the gradient of the mean loss already is. Take the step without `/ N`.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw / len(y), b - learning_rate * db / len(y)
    return w, b
