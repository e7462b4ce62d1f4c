"""You return the point of the least cost on the way, and not the last one. What should come back?

The last point, where w and b are after `iterations` steps, also if the cost was lower before.
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
        cost_hist.append(cost_function(X, y, w, b))
    k = int(np.argmin(cost_hist))
    return w_hist[k], b_hist[k], w_hist, b_hist, cost_hist
