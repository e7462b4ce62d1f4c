"""These are steps along the derivative of `cost_function`, taken by differences. What is
`gradient_function` for?

Call it, as `gradient_function(X, y, w, b)`: the two functions that are passed need not belong to
one another, and descent goes where the second one says.
"""

import numpy as np


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    def slope(w, b, dw, db):
        up = cost_function(X, y, w + dw, b + db)
        return (up - cost_function(X, y, w - dw, b - db)) / 2e-5

    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw = np.array([slope(w, b, 1e-5 * one, 0) for one in np.eye(len(w))])
        db = slope(w, b, 0, 1e-5)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
