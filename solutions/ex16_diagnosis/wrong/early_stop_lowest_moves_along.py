"""With each lower loss you lower the bar, also where the loss is not lower by more than delta and
is counted as no progress.

Many small steps together may be lower by more than delta: keep the lowest loss as it is until
one is.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
            lowest = min(lowest, losses[epoch])
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
