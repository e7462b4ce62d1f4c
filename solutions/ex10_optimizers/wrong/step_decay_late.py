"""Your rate drops one epoch too late: at epoch `every` + 1. At which one is the first drop?

At the epoch of the number `every`, since epochs are counted from 0.
"""


def step_decay(lr, epoch, drop, every):
    return lr * drop ** (max(epoch - 1, 0) // every)
