"""For the bias you return a number for each sample. How many biases are there?

One, for all samples: take the mean of the errors.
"""


def gradient(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / len(y), error / len(y)
