"""Your rate falls by the factor `rate` in each epoch. In how many epochs shall it?

In `every` epochs: the exponent is 1 there, and not before.
"""


def exponential_decay(lr, epoch, rate, every):
    return lr * rate**epoch
