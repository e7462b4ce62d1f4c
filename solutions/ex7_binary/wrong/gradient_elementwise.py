"""You multiply X and w number by number, which is a matrix (N, D). How many probabilities has a
sample?

One: the products of a sample's features and the weights are added up. That is the matrix product,
`X @ w`, of shape (N,).
"""


def gradient(X, y, w, b):
    error = sigmoid(X * w + b) - y
    return X.T @ error / len(y), error.mean()
