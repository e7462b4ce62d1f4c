"""Each batch moves the weights, but only the last one moves the bias. Where stands the line
that moves b?

Behind the loop. It belongs inside, beside the one that moves w: both take a step for each
batch.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w - learning_rate * dw
    b = b - learning_rate * db
    return w, b
