"""Dictionaries, pandas-like thinking, and helpers that do one thing each."""

import numpy as np


def is_high(name, losses):
    return losses[name] > losses["target"]


def diagnose(train, simpler, validation, test, target):
    losses = {"train": train, "validation": validation, "test": test, "target": target}
    high = [name for name in ("train", "validation", "test") if is_high(name, losses)]
    if not high:
        return "fine"
    if high[0] == "train":
        return "optimization" if train - simpler > 0 else "model bias"
    return {"validation": "overfitting", "test": "mismatch"}[high[0]]


def records(losses, delta):
    """The epochs that are better than all before."""
    found = [0]
    for epoch, loss in enumerate(losses):
        if loss < losses[found[-1]] - delta:
            found.append(epoch)
    return found


def early_stop(losses, patience, delta):
    found = [*records(losses, delta), float("inf")]
    for epoch, following in zip(found, found[1:]):
        if following - epoch > patience:
            return min(epoch + patience, len(losses) - 1), epoch


def finite(x):
    return x if -np.inf < x < np.inf else np.inf


def walk(gradient, w, rate, steps):
    way = np.empty((steps + 1, w.size))
    way[0] = w
    for i in range(steps):
        way[i + 1] = way[i] - rate * gradient(way[i])
    return way[-1]


def choose_rate(loss, gradient, w, rates, steps):
    table = np.array([[finite(loss(walk(gradient, w, rate, steps))), rate] for rate in rates])
    best = table[np.lexsort(table.T[::-1])][0]
    return best[1], table[:, 0]


def smooth(losses, beta):
    s, norm, out = 0.0, 0.0, []
    for loss in losses:
        s, norm = s * beta + loss, norm * beta + 1
        out.append(s / norm)
    return np.asarray(out)
