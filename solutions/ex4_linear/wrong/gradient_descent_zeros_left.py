"""Each history has one entry too many, and the last is 0. How many entries does a descent of
`iterations` steps fill?

`iterations` of them, as the start is not among them: `np.zeros(iterations)` has room enough, and
`np.zeros((iterations, len(w)))` for w.
"""

import numpy as np


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist = np.zeros((iterations + 1, len(w)))
    b_hist = np.zeros(iterations + 1)
    cost_hist = np.zeros(iterations + 1)
    for i in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist[i] = w
        b_hist[i] = b
        cost_hist[i] = cost_function(X, y, w, b)
    return w, b, w_hist, b_hist, cost_hist
