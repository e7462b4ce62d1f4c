"""These are the first samples, as many as the batch has. Which ones does `indices` name?

Index with the array itself: `X[indices]`, not `X[:len(indices)]`.
"""


def minibatch_gradient(X, y, w, b, indices):
    X, y = X[: len(indices)], y[: len(indices)]
    residuals = X @ w + b - y
    return 2 * X.T @ residuals / len(y), 2 * residuals.mean()
