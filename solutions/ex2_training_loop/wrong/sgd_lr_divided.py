"""Your step is g / (lr · bs): it is divided by the learning rate.

Multiply by lr.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(g / (lr * bs))
