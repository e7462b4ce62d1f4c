"""Your values are right, but the list of batches is empty afterwards. Does it still belong to the
caller?

It does. `pop` removes what it returns; go over the list with `for indices in batches`.
"""


def sgd(X, y, w, b, learning_rate, batches):
    while batches:
        indices = batches.pop(0)
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b
