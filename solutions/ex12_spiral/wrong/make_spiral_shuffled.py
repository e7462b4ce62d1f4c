"""The classes do not stand in order: you have shuffled the points.

All points of class 0 come first, then all of class 1. Shuffling is for the batches of a training
later; leave it out here.
"""


def make_spiral(samples, classes, noise, rng):
    y = np.repeat(np.arange(classes), samples)
    i = np.tile(np.arange(samples), classes)
    order = rng.permutation(len(y))
    y, i = y[order], i[order]
    radius = i / (samples - 1)
    angle = 4 * (y + radius) + noise * rng.standard_normal(len(y))
    return np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]), y
