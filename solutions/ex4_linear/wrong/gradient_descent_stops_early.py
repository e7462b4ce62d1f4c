"""The histories end before the last step where a step hardly lowers the cost. How many entries
are asked?

There are always `iterations` of them: take out the `break` or `return` that ends the loop early.
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
        if len(cost_hist) > 1 and abs(cost_hist[-2] - cost_hist[-1]) < 1e-9:
            break
    return w, b, w_hist, b_hist, cost_hist
