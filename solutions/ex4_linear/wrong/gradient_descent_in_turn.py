"""The bias takes its step from where the weights already are. Does its gradient know the old w or
the new one?

Ask for both gradients first, at one point, and move both parameters after that. In some course
notes they are moved in turn, too: that is another method.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        w = w - learning_rate * gradient_function(X, y, w, b)[0]
        b = b - learning_rate * gradient_function(X, y, w, b)[1]
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
