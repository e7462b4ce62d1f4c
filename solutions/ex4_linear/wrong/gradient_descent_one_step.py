"""This is where the first step ends, however many are asked. When does your function return?

A `return` that stands inside of the loop ends it in the first round. Move it out, to the level of
the `for`.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
        return w, b, w_hist, b_hist, cost_hist
