"""Your points are right, but your labels go 0, 1, 2, 0, 1, 2. Which class do the first S points
have?

All of them are of class 0: `np.repeat` writes each id S times in a row, where `np.tile` repeats
the row of ids.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.tile(np.arange(classes), samples)
