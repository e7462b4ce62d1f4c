"""Your rate drops one epoch too early: at epoch `every` − 1. From which number are epochs counted?

From 0, so the first `every` epochs are those from 0 to `every` − 1, and all of them have lr.
"""


def step_decay(lr, epoch, drop, every):
    return lr * drop ** ((epoch + 1) // every)
