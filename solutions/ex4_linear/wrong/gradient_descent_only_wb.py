"""You return w and b alone. How would the caller draw the way downhill?

Return five things: `w, b, w_hist, b_hist, cost_hist`, the last three with one entry for each
step.
"""


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b
