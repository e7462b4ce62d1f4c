"""w_hist and b_hist hold the gradients, and not where w and b were after each step. What is asked?

The points: append the new `w` and `b` after the update, not `dw` and `db`.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(dw)
        b_hist.append(db)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
