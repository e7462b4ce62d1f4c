"""Only the first batch takes a step. When does your function return?

A `return` that stands inside of the loop ends it in the first round. Move it out, to the level of
the `for`.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        return w, b
