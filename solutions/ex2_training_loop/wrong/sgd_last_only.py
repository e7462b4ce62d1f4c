"""Only the last parameter changes.

Look at the indent: the line that changes the parameter has to stand inside of the loop.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        step = lr * g / bs
    p.assign_sub(step)
