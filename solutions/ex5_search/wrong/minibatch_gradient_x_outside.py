"""You multiply the mean of each feature by the mean residual. Is the mean of products the product
of the means?

x belongs inside of the mean: each sample's residual times its own features, and then the mean.
"""


def minibatch_gradient(X, y, w, b, indices):
    rows = X[indices]
    residuals = rows @ w + b - y[indices]
    return 2 * rows.mean(axis=0) * residuals.mean(), 2 * residuals.mean()
