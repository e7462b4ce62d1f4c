"""Your values are right, but the w that you are given has changed afterwards. Whose array does `w
-= ...` write into?

It writes into the caller's. `w = w - ...` makes a new array; so does `w = w.copy()` before the
loop.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w -= learning_rate * dw
        b -= learning_rate * db
        w_hist.append(w.copy())
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
