"""Your rate has dropped once too often: at epoch 0 already. Which rate does the first epoch have?

It keeps lr. 0 is a multiple of `every`, too: the first drop comes when `every` epochs are over.
"""


def step_decay(lr, epoch, drop, every):
    return lr * drop ** (epoch // every + 1)
