"""Your steps are divided by the number of batches. How long is a step?

learning_rate times the gradient, for each batch: the mean over the batch is in it already.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for i in batches:
        gw, gb = minibatch_gradient(X, y, w, b, i)
        w = w - learning_rate / len(batches) * gw
        b = b - learning_rate / len(batches) * gb
    return (w, b)
