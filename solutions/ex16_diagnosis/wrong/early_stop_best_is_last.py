"""Your last epoch is right, but you return it as the best one, too.

The best epoch is that of the lowest loss so far. Remember it each time that a loss is better:
when the training stops, it lies `patience` epochs back.
"""


def early_stop(losses, patience, delta):
    lowest, waited = losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            lowest, waited = losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, epoch
    return len(losses) - 1, len(losses) - 1
