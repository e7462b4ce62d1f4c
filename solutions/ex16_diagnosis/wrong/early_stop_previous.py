"""You compare each loss with the one before it. It is to be compared with the lowest so far.

After a high loss the next one is easily lower, and no progress: 4, 9, 8, 7 has its best at 4.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
            lowest = losses[epoch]
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
