"""After each better loss your count begins at 1: from then on, the training stops one epoch too
early.

The better loss itself is not counted. The count is 0 there, and 1 at the next loss that is not
better.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 1
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
