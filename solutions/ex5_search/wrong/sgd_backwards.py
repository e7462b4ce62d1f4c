"""The batches come in the opposite order. Which one takes the first step?

The first one: `for indices in batches`. `pop()` takes the last one.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in reversed(batches):
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b
