"""Your rate is right at the epochs 0 and `every`, and goes along a straight line between them and
on. What does a power look like?

It bends: in the same time it always falls by the same factor, and it never reaches 0.
"""


def exponential_decay(lr, epoch, rate, every):
    return lr * (1 - (1 - rate) * epoch / every)
