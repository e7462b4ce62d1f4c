"""The bias's gradient is half of what it should be; that of the weights is right. What is the
derivative of r²?

It is 2r, and the 2 stays in both.
"""


def gradient(X, y, w, b):
    residuals = X @ w + b - y
    return 2 * X.T @ residuals / len(y), residuals.mean()
