"""Only the first parameter changes.

Either a `return` (or a `break`) stands inside of the loop, or there is no loop over the list. Go
through all of the parameters, as many as there are.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g / bs)
        return
