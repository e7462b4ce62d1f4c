"""This is a matrix of one number, of shape (1, 1). How many axes has a number?

None: its shape is (). A row times a column gives a matrix. Keep the residuals in a vector r of
shape (N,), and `r @ r` is a number; `.item()` takes the number out of a matrix, too.
"""


def cost(X, y, w, b):
    r = X @ w.reshape(-1, 1) + b - y.reshape(-1, 1)
    return r.T @ r / len(y)
