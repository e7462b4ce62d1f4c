"""Your function takes any lower loss for better. Here delta is above 0.

A loss is better if it is lower than the lowest so far by more than delta.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
