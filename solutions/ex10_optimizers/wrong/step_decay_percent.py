"""You multiply by 1 − drop. Does `drop` say what goes, or what stays?

What stays: 0.9 leaves nine tenths of the rate.
"""


def step_decay(lr, epoch, drop, every):
    return lr * (1 - drop) ** (epoch // every)
