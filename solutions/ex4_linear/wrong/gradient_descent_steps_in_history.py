"""w_hist and b_hist hold how far w and b went in each step, and not where they were then. What is
asked?

The points: append the new `w` and `b` after the update, not `learning_rate * dw`.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(learning_rate * dw)
        b_hist.append(learning_rate * db)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
