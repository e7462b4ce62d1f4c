"""Your function stops at the first loss that is not better, whatever `patience` is.

Count how many of them there are in a row, and stop when the count reaches `patience`.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited:
            return epoch, best
    return len(losses) - 1, best
