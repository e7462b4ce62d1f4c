"""Each gradient is divided by the number of all samples. Over how many is the mean?

Over those of the batch, `len(indices)`.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        residuals = X[indices] @ w + b - y[indices]
        w = w - learning_rate * 2 * X[indices].T @ residuals / len(y)
        b = b - learning_rate * 2 * residuals.sum() / len(y)
    return w, b
