"""You divide by bs twice: your step is bs times too short. Once makes the mean of the sum."""


def sgd(params, grads, lr, bs):
    grads = [g / bs for g in grads]
    for p, g in zip(params, grads):
        p.assign_sub(lr / bs * g)
