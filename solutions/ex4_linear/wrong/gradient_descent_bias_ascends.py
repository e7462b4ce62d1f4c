"""The weights go downhill, and the bias uphill. Which sign has its update?

The same as that of the weights: subtract the gradient, `b = b - learning_rate * db`.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b + learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
