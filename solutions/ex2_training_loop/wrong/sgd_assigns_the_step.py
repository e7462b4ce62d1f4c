"""You assign the step itself, so the parameter forgets its old value. The new value is the old
one minus the step.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign(lr * g / bs)
