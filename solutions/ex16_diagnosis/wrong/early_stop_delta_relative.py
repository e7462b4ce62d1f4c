"""You take delta for a share of the lowest loss: `lowest * (1 - delta)`.

delta is a difference of two losses. Subtract it as it is.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest * (1 - delta):
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
