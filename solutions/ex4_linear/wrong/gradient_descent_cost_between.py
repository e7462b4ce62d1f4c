"""Each cost is that of the new w and the old b. When do you call `cost_function`?

Between the two updates. Move both parameters first, and ask for the cost where both have arrived.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        cost_hist.append(cost_function(X, y, w, b))
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
    return w, b, w_hist, b_hist, cost_hist
