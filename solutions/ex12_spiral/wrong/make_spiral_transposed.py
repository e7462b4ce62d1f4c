"""Your X has a row for x and a row for y. What should a row be?

A point: X is (S·K, 2), with x in the first column and y in the second.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms).T, np.repeat(np.arange(classes), samples)
