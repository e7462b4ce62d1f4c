"""All entries of w_hist are the last w, though w was another after each step. How many arrays are
in that list?

`w -= ...` changes the one array that all entries are. Make a new array in each step, with `w = w
- ...`, or append a copy: `w_hist.append(w.copy())`.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w = w.copy()
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w -= learning_rate * dw
        b -= learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
