"""Your step is divided by the number of parameters in the list.

The gradients are sums over the samples of the batch, and bs says how many these are: divide by bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g / len(grads))
