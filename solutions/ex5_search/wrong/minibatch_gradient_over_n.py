"""The sums are divided by the number of all samples. Over how many is the mean?

Over the batch: divide by `len(indices)`.
"""


def minibatch_gradient(X, y, w, b, indices):
    rows = X[indices]
    residuals = rows @ w + b - y[indices]
    return 2 * rows.T @ residuals / len(y), 2 * residuals.sum() / len(y)
