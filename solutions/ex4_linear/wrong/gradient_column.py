"""The gradient of the weights stands in a column, of shape (D, 1). Which shape has w?

(D,), and so has its gradient. With residuals of shape (N,), `X.T @ residuals` has that shape at
once; `.ravel()` makes a vector of a column.
"""


def gradient(X, y, w, b):
    r = X @ w.reshape(-1, 1) + b - y.reshape(-1, 1)
    return 2 * X.T @ r / len(y), 2 * r.mean()
