"""All signs are the opposite ones. With which sign does the prediction enter a residual?

A residual is the prediction minus y; with y minus the prediction, the derivative has a minus.
"""


def minibatch_gradient(X, y, w, b, indices):
    rows = X[indices]
    residuals = rows @ w + b - y[indices]
    return -2 * rows.T @ residuals / len(indices), -2 * residuals.mean()
