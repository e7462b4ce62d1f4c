"""Your error is p + y. What should the error be where p is exactly the label?

It should be 0: an error is a difference, p − y.
"""


def gradient(X, y, w, b):
    error = sigmoid(X @ w + b) + y
    return X.T @ error / len(y), error.mean()
