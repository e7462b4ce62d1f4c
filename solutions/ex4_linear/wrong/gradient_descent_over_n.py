"""Each step is divided by N. Is the gradient that you are given a sum or a mean?

It is what `gradient_function` returns, and it is finished: nothing is divided. A step is the
learning rate times the gradient.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw / len(y)
        b = b - learning_rate * db / len(y)
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
