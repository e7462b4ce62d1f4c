"""Your error is Xw + b - y. Is Xw + b a probability?

The sigmoid is missing: p = sigmoid(Xw + b), and the error is p - y.
"""


def gradient(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error / len(y), error.mean()
