"""The learning rate has no effect: your step is the mean gradient itself, g / bs.

Multiply it by lr.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(g / bs)
