"""The points of your histories are right, but each cost is that of the point before the step. At
which w and b do you ask for it?

Call `cost_function` after the update, with the new w and b.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        cost_hist.append(cost_function(X, y, w, b))
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
    return w, b, w_hist, b_hist, cost_hist
