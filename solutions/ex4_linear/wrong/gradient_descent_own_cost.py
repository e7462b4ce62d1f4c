"""The function that is passed as `cost_function` is never called. Whose costs are in your
history?

Call the argument, as `cost_function(X, y, w, b)`: descent knows nothing of what it minimises.
"""

import numpy as np


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(np.mean((X @ w + b - y) ** 2))
    return w, b, w_hist, b_hist, cost_hist
