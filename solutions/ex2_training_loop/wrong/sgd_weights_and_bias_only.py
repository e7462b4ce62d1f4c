"""You take the parameters to be two, W and b.

There may be one, or five: loop over the list.
"""


def sgd(params, grads, lr, bs):
    W, b = params
    dW, db = grads
    W.assign_sub(lr * dW / bs)
    b.assign_sub(lr * db / bs)
