"""The weights and the bias step along different batches. Of which samples is one gradient?

Of one batch, for both. Some course notes draw a sample for w and another one for b.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for i, indices in enumerate(batches):
        following = batches[(i + 1) % len(batches)]
        dw, _ = minibatch_gradient(X, y, w, b, indices)
        _, db = minibatch_gradient(X, y, w, b, following)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b
