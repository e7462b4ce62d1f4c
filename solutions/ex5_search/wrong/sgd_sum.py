"""Each step goes along the sum over its batch. What becomes of the step when a batch is twice as
large?

It should not grow: divide both gradients by the size of the batch, `len(indices)`.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        r = X[indices] @ w + b - y[indices]
        w = w - learning_rate * 2 * X[indices].T @ r
        b = b - learning_rate * 2 * r.sum()
    return w, b
