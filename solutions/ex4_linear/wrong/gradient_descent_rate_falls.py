"""The steps grow shorter: the learning rate is divided by 1, 2, 3, … from step to step. Does the
formula do that?

No: η is the same in all steps. Leave the learning rate as it is given.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for k in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate / (k + 1) * dw
        b = b - learning_rate / (k + 1) * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
