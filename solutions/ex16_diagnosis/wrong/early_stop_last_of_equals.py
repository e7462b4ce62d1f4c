"""Of equally low losses you return the last one's epoch as the best. Your last epoch is right.

Equal is not better: the first of them stays the best.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
            best = epoch if losses[epoch] == lowest else best
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
