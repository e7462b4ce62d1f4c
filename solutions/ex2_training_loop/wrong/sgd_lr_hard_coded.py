"""Your step has a learning rate of its own, 0.01.

Use the lr that the function is given.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(0.01 * g / bs)
