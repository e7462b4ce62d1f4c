"""`//` rounds down to a whole number, also for floats: most of the gradient gets lost. Divide
with `/`.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * (g // bs))
