"""The parameter becomes p + lr · g. Two things are wrong: the sign, and the sum over the batch is
not divided.

Subtract, and divide by bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_add(lr * g)
