"""You return the bias's part first. In which order are they asked?

First the array for the weights, then the number for the bias: `return dw, db`.
"""


def gradient(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return error.mean(), X.T @ error / len(y)
