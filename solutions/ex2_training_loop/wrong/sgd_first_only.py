"""Only the first parameter changes. Go through all of them, as many as there are, and look
whether a `return` stands inside of the loop.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g / bs)
        return
