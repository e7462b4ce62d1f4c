"""Your step is bs² times too long: it is lr · g · bs.

The gradients come summed over the batch, so their mean is the sum *divided* by bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g * bs)
