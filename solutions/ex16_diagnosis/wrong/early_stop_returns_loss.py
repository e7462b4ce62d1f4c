"""In the place of the best epoch you return its loss.

An epoch is asked: the place of that loss in the list, counted from 0.
"""


def early_stop(losses, patience, delta):
    lowest, waited = losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            lowest, waited = losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, lowest
    return len(losses) - 1, lowest
