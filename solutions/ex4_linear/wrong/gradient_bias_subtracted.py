"""The sign of the bias is turned: this is the gradient at −b. What is the residual?

x · w + b − y. If you subtract the prediction from y, put it in brackets: `y - (X @ w + b)`, or b
keeps its sign.
"""


def gradient(X, y, w, b):
    r = X @ w - b - y
    return 2 * X.T @ r / len(y), 2 * r.mean()
