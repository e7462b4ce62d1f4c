"""Only the last parameter changes: the update stands after the loop, where p and g are those of
its last round. Indent it into the loop.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        step = lr * g / bs
    p.assign_sub(step)
