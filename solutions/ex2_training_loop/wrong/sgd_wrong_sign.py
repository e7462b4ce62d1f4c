"""You add the step, so the loss goes up.

Descent goes against the gradient: subtract.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_add(lr * g / bs)
