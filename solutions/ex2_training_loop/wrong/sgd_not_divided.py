"""The gradients come summed over the batch, and you use them whole: your step is bs times too
long. Divide by bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g)
