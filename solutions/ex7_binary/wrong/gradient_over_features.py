"""Your gradient is divided by D, the number of features. Over what is the loss a mean?

Over the samples: divide by N, which is `len(y)` or `X.shape[0]`.
"""


def gradient(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / X.shape[1], error.sum() / X.shape[1]
