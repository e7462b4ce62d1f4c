"""You return a column, of shape (N, 1). What shape have the labels?

They are a vector, (N,). Either w was made a column, or `[:, None]` or `reshape(-1, 1)` was applied:
`X @ w + b` is (N,) as it is.
"""


def predict(X, w, b):
    return (X @ w.reshape(-1, 1) + b >= 0).astype(int)
