import numpy as np

WORDS = np.array(["fine", "mismatch", "overfitting", "model bias", "optimization"])


def diagnose(train, simpler, validation, test, target):
    too_high = np.array([test, validation, train]) > target
    level = max([i + 1 for i in range(3) if too_high[i]], default=0)
    return str(WORDS[level + (level == 3 and simpler < train)])


def early_stop(losses, patience, delta):
    rows = np.asarray(losses, dtype=float)
    best = 0
    while True:
        later = rows[best + 1 : best + 1 + patience]
        lower = np.flatnonzero(later < rows[best] - delta)
        if lower.size == 0:
            return best + len(later), best
        best += 1 + int(lower[0])


def choose_rate(loss, gradient, w, rates, steps):
    points = np.tile(w, (len(rates), 1))
    column = np.array(rates)[:, None]
    for _ in range(steps):
        points = points - column * np.stack([gradient(point) for point in points])
    losses = np.array([loss(point) for point in points])
    losses[~np.isfinite(losses)] = np.inf
    order = np.lexsort((rates, losses))
    return np.array(rates)[order[0]], losses


def smooth(losses, beta):
    t = np.arange(1, len(losses) + 1)
    weights = np.tril(beta ** (t[:, None] - t).clip(0)) * (1 - beta)
    return weights @ losses / (1 - beta**t)
