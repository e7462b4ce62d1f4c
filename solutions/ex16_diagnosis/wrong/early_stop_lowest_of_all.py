"""Your last epoch is right. The best one is not: you return the epoch of the least loss up to
there, though it was not lower by more than delta.

The best epoch is the last one whose loss was *better*, as it is defined with delta. Note it
where the count begins anew.
"""


def early_stop(losses, patience, delta):
    lowest, waited = losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            lowest, waited = losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, losses.index(min(losses[: epoch + 1]))
    return len(losses) - 1, losses.index(min(losses))
