"""All steps are alike: each goes along the gradient of the start. Does the slope stay the same on
the way?

Call `gradient_function` in each round of the loop, with the w and b of that round.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    dw, db = gradient_function(X, y, w, b)
    for _ in range(iterations):
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
