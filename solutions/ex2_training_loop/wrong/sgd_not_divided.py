"""Your step is bs times too long: the gradients come summed over the batch, and the whole sum is
used.

Divide the gradient by bs, within what is subtracted: behind the brackets of `assign_sub(...)` a
division has no effect.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g)
