"""You divide lr by a number that grows with the epochs: that is the inverse-time decay. What is
asked?

A power of `rate`, which is multiplied by lr.
"""


def exponential_decay(lr, epoch, rate, every):
    return lr / (1 + rate * epoch / every)
