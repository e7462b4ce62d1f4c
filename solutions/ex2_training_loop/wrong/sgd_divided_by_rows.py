"""Your step is divided by the length of the gradient's first axis.

That is a size of the *parameter*. The number of samples is the argument bs: divide by that.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        rows = g.shape[0] if g.shape.rank else 1
        p.assign_sub(lr * g / rows)
