"""Your best epoch is that of the least of all losses, also of those behind the last epoch.

A training that has stopped never sees these. Only losses up to the last epoch count.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, losses.index(min(losses))
    return len(losses) - 1, best
