"""The gradients end up with the wrong parameters: the first parameter gets the last gradient.
Both lists are in the same order.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, reversed(grads)):
        p.assign_sub(lr * g / bs)
