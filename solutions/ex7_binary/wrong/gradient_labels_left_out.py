"""Your gradient is the one that you would have if all labels were 0. Where are the labels?

The formula has p − y, and yours has p. Subtract y.
"""


def gradient(X, y, w, b):
    p = sigmoid(X @ w + b)
    return X.T @ p / len(y), p.mean()
