"""The parameters are right, but the caller's list of gradients is empty afterwards.

`pop`, `clear` or `del` takes them out of it. Go through the list without changing it.
"""


def sgd(params, grads, lr, bs):
    for p in params:
        p.assign_sub(lr * grads.pop(0) / bs)
