"""Your rate drops in each epoch. What does `every` say?

How many epochs pass between two drops.
"""


def step_decay(lr, epoch, drop, every):
    return lr * drop**epoch
