"""You divide by the length of the gradient's first axis. That is the number of rows of the
*parameter*; the number of samples is bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        rows = g.shape[0] if g.shape.rank else 1
        p.assign_sub(lr * g / rows)
