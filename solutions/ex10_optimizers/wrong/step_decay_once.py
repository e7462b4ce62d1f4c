"""The first drop is right, and there is no second one. How often does the rate drop until epoch 2 ·
`every`?

Twice: count how often `every` goes into the epoch.
"""


def step_decay(lr, epoch, drop, every):
    return lr * drop if epoch >= every else lr
