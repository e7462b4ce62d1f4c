"""Each step goes uphill: the parameters move the other way. Where does the gradient point?

It points to where the cost grows fastest. Subtract it: `w = w - learning_rate * dw`.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w + learning_rate * dw
        b = b + learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
