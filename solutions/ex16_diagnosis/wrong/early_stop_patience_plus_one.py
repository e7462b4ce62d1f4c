"""Your function stops one epoch too late: it waits for one more loss than `patience` says.

When the `patience`-th loss in a row is not better, that epoch is the last. Compare with `>=`,
after you have counted this loss.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited > patience:
            return epoch, best
    return len(losses) - 1, best
