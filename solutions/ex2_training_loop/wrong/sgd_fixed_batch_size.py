"""Your step is divided by 64, whatever the batch size is.

Divide by the bs that the function is given; the last batch of an epoch may be shorter.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g / 64)
