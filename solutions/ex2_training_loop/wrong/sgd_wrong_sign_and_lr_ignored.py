"""The parameter becomes p + g / bs. Two things are wrong: the sign, and lr is left out.

Subtract, and multiply by lr.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_add(g / bs)
