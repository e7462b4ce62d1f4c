"""The two epochs have changed places.

The last epoch is returned first, and then the best one.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return best, epoch
    return best, len(losses) - 1
