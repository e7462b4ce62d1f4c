"""Your function always goes through all losses: the last epoch is always that of the last loss.

When the count reaches `patience`, this epoch is the last one: end there, with `return` or
`break`. Better losses that come later are never seen.
"""


def early_stop(losses, patience, delta):
    best, lowest = 0, losses[0]
    for epoch in range(1, len(losses)):
        if losses[epoch] < lowest - delta:
            best, lowest = epoch, losses[epoch]
    return len(losses) - 1, best
