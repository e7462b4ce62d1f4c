"""Your step is bs times too long: the gradients come summed over the batch, and the whole sum is
used.

Divide by bs, inside of what is assigned: `p.assign_sub(lr * g / bs)`. Behind the parenthesis it has
no effect.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g)
