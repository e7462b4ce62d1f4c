"""Each parameter ends up as the step alone, lr · g / bs: its old value is lost.

Either you `assign` the step, which replaces the value, or you take p away from p (`assign_sub(p -
...)`). Write `p.assign(p - step)` or `p.assign_sub(step)`.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign(lr * g / bs)
