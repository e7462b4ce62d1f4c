"""The bias takes its step from where the weights already are. Does its gradient know the old w or
the new one?

Ask for both gradients first, at one point, and move both parameters after that.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        w = w - learning_rate * minibatch_gradient(X, y, w, b, indices)[0]
        b = b - learning_rate * minibatch_gradient(X, y, w, b, indices)[1]
    return w, b
