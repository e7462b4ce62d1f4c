"""Your rate is one epoch ahead: in epoch 0 it has fallen already. From which number are epochs
counted?

From 0, and the rate of epoch 0 is lr.
"""


def exponential_decay(lr, epoch, rate, every):
    return lr * rate ** ((epoch + 1) / every)
