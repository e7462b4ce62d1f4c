"""These are sums over the batch. What becomes of the step when the batch is twice as large?

It should not grow: divide both by `len(indices)`.
"""


def minibatch_gradient(X, y, w, b, indices):
    rows = X[indices]
    residuals = rows @ w + b - y[indices]
    return 2 * rows.T @ residuals, 2 * residuals.sum()
