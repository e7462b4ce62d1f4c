"""`p = p - ...` gives the name p to a new tensor, and the variable keeps its old value: nothing
has changed after the call (a list that you return is not looked at). Change the variable
itself, with one of its `assign` methods.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p = p - lr * g / bs
