"""The parameters are right, but the caller's list of gradients holds g / bs afterwards.

Whoever uses the list after that gets other numbers. Give the quotient a name of its own, and write
nothing into the list.
"""


def sgd(params, grads, lr, bs):
    for i in range(len(params)):
        grads[i] = grads[i] / bs
        params[i].assign_sub(lr * grads[i])
