"""All gradients are taken at the start. Where is the second batch's gradient needed?

Where the first step ended: ask for it inside of the loop, with the w and b of that round.
"""


def sgd(X, y, w, b, learning_rate, batches):
    gradients = [minibatch_gradient(X, y, w, b, indices) for indices in batches]
    for dw, db in gradients:
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b
