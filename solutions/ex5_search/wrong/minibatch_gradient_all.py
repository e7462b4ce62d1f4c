"""This is the gradient over all samples. Which of your arguments do you not use?

Only the samples of `indices` count: `X[indices]` and `y[indices]`.
"""


def minibatch_gradient(X, y, w, b, indices):
    residuals = X @ w + b - y
    return 2 * X.T @ residuals / len(y), 2 * residuals.mean()
