"""The first parameter gets the last gradient, and so on.

Both lists are in the same order: take parameter and gradient from the same place.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, reversed(grads)):
        p.assign_sub(lr * g / bs)
