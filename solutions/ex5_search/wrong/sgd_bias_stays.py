"""The weights move, and the bias stays where it started. What is the second gradient for?

Both parameters take a step: `b = b - learning_rate * db`.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, _ = minibatch_gradient(X, y, w, b, indices)
        w = w - learning_rate * dw
    return w, b
