"""You multiply X and w number by number, and return a matrix (N, D). How many classes has a sample?

One: the products of a sample's features and the weights are added up. That is the matrix product,
`X @ w`, of shape (N,).
"""


def predict(X, w, b):
    return (X * w + b >= 0).astype(int)
