"""This is the gradient where the bias is 0. Which of your arguments do you not use?

A residual is x · w + b − y: the bias changes the residuals, and so the gradient of the weights,
too.
"""


def gradient(X, y, w, b):
    residuals = X @ w - y
    return 2 * X.T @ residuals / len(y), 2 * residuals.mean()
