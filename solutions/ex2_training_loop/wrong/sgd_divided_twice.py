"""Your step is bs times too short: it is lr · g / bs².

Somewhere in the function the gradient or lr is divided by bs once more. Once makes the mean of the
sum.
"""


def sgd(params, grads, lr, bs):
    grads = [g / bs for g in grads]
    for p, g in zip(params, grads):
        p.assign_sub(lr / bs * g)
