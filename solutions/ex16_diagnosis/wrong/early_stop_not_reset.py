"""Your function counts all losses that are not better, also those before the last improvement.

The count begins at 0 again with each better loss: only those in a row count.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest = epoch, losses[epoch]
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
