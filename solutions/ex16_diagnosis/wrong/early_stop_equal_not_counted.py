"""A loss that is equal to the lowest so far (or not clearly above it) is not counted in your
function.

There are two cases, and no third: better, or counted. An `else` takes all that are not better.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        elif losses[epoch] > lowest:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
