"""Your last epoch is always the best one plus `patience`, also where there are no more losses.

If nothing stops the training, it ends with the last loss, and that is epoch T − 1.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return best + patience, best
