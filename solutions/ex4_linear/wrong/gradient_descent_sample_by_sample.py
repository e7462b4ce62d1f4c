"""Each step knows one sample alone: the first sees the first sample, and so on. What should
`gradient_function` be given?

All of X and y, in each step. (One sample a step is stochastic descent, another method.)
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for k in range(iterations):
        i = k % len(y)
        dw, db = gradient_function(X[i : i + 1], y[i : i + 1], w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
