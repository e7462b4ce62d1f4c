"""The parameters are right, but you write the divided gradients back into the caller's list:
whoever uses it after that gets other numbers. Give the quotient a name of its own.
"""


def sgd(params, grads, lr, bs):
    for i in range(len(params)):
        grads[i] = grads[i] / bs
        params[i].assign_sub(lr * grads[i])
