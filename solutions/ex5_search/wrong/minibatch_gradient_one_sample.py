"""This is the gradient of one sample of the batch alone. How many are in it?

As many as `indices` has: the mean is over all of them.
"""


def minibatch_gradient(X, y, w, b, indices):
    i = indices[0]
    residual = X[i] @ w + b - y[i]
    return 2 * X[i] * residual, 2 * residual
