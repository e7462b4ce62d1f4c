"""You divide by lr. The step is lr *times* the gradient, divided by bs."""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(g / lr / bs)
