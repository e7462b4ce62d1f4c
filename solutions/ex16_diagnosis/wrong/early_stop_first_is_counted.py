"""Your function counts the first loss as one that is not better: it stops one epoch too early
where nothing better follows.

The first loss has nothing before it. It is the lowest so far, and the count stands at 0 behind
it.
"""


def early_stop(losses, patience, delta):
    best, lowest, waited = 0, losses[0], 0
    for epoch in range(len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest, waited = epoch, losses[epoch], 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(losses) - 1, best
