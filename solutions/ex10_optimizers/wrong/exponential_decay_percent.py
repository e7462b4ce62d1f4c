"""You take the power of 1 − rate. Does `rate` say what goes in `every` epochs, or what stays?

What stays: 0.9 leaves nine tenths.
"""


def exponential_decay(lr, epoch, rate, every):
    return lr * (1 - rate) ** (epoch / every)
