"""Your gradient has (p − y)². To which power does the formula raise it?

To the first: it is p − y. A square stands in a loss, and not in this one.
"""


def gradient(X, y, w, b):
    square = (sigmoid(X @ w + b) - y) ** 2
    return X.T @ square / len(y), square.mean()
