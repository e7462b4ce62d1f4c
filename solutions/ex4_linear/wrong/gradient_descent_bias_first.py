"""The weights take their step from where the bias already is. Does their gradient know the old b
or the new one?

Ask for both gradients first, at one point, and move both parameters after that.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        b = b - learning_rate * gradient_function(X, y, w, b)[1]
        w = w - learning_rate * gradient_function(X, y, w, b)[0]
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
