from itertools import accumulate, count

import numpy as np


def reasons(train, simpler, validation, test, target):
    if train > target:
        if simpler < train:
            yield "optimization"
        yield "model bias"
    if validation > target:
        yield "overfitting"
    if test > target:
        yield "mismatch"
    yield "fine"


def diagnose(*losses):
    return next(reasons(*losses))


def states(losses, delta):
    lowest, best = losses[0] + delta + 1, 0
    for epoch, loss in enumerate(losses):
        if lowest - loss > delta:
            lowest, best = loss, epoch
        yield epoch, best


def early_stop(losses, patience, delta):
    for epoch, best in states(losses, delta):
        if epoch - best == patience:
            break
    return epoch, best


def choose_rate(loss, gradient, w, rates, steps):
    def last(rate):
        points = accumulate(range(steps), lambda v, _: v - rate * gradient(v), initial=w)
        *_, end = points
        found = loss(end)
        return np.nan_to_num(found, nan=np.inf, posinf=np.inf)

    losses = [last(rate) for rate in rates]
    least = min(losses)
    return min(rate for rate, found in zip(rates, losses) if found == least), (x for x in losses)


def smooth(losses, beta):
    averages = accumulate(losses, lambda a, loss: beta * a + (1 - beta) * loss, initial=0.0)
    next(averages)
    return np.fromiter((a / (1 - beta**t) for a, t in zip(averages, count(1))), float)
