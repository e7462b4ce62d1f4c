"""The parameter becomes p − g: neither lr nor bs is used.

The step is the gradient times lr, divided by bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(g)
