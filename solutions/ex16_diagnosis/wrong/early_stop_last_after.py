"""The last epoch is too large by 1: you return how many epochs there were, or the epoch behind the
last one.

Epochs count from 0. The epoch at which the count reaches `patience` is itself the last; where
nothing stops, it is `len(losses) - 1`.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch + 1, best
    return len(losses), best
