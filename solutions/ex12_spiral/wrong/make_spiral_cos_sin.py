"""Sine and cosine have changed places: your x is another column's.

Here the angle is measured from the upward axis: x, the first column, is the radius times the
sine, and y the radius times the cosine.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
