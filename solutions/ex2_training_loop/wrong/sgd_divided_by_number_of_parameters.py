"""You divide by the number of parameters, `len(grads)`. The gradients are sums over the samples
of the batch: divide by bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g / len(grads))
