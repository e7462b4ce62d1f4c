"""A loss that is just as low as asked counts as better in your function: with delta 0, one that is
equal to the lowest so far.

Equal is not better: `<`, and not `<=`. A training that stands still would never be stopped.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] <= lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
