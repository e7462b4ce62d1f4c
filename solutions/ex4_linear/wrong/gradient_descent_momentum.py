"""Each step keeps nine tenths of the step before it, so it goes further. Does the formula know of
an earlier step?

No: that is the momentum of other optimizers. Here a step is the learning rate times the gradient
at the present point, and nothing else.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    vw, vb = 0, 0
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        vw, vb = 0.9 * vw + dw, 0.9 * vb + db
        w = w - learning_rate * vw
        b = b - learning_rate * vb
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
