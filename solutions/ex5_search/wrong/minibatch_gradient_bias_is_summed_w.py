"""Your gradient by the bias has one sample's residual only, divided by how many there are. Over
what does its sum go?

Over all residuals of the batch: take their mean, times 2.
"""


def minibatch_gradient(X, y, w, b, indices):
    A = X[indices]
    r = A @ w + b - y[indices]
    return (2 * A.T @ r / len(r), 2 * r[0] / len(r))
