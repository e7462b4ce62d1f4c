"""Both of your epochs are too large by 1: you count them from 1.

The first loss is that of epoch 0. `enumerate(losses)` counts so by itself.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch + 1, best + 1
    return len(losses), best + 1
