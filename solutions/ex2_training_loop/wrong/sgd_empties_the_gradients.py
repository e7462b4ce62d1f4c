"""The parameters are right, but `pop` takes the gradients out of the caller's list, which is
empty afterwards. Read the list without changing it.
"""


def sgd(params, grads, lr, bs):
    for p in params:
        p.assign_sub(lr * grads.pop(0) / bs)
