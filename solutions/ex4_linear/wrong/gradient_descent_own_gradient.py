"""These are steps along the gradient of the mean square, whatever function you are given. What is
`gradient_function` for?

Call the argument, as `gradient_function(X, y, w, b)`: descent knows nothing of what it minimises.
"""

import numpy as np


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        residuals = X @ w + b - y
        w = w - learning_rate * 2 * X.T @ residuals / len(y)
        b = b - learning_rate * 2 * np.mean(residuals)
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
