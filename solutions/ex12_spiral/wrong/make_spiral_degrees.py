"""Your arms are nearly straight: the angles are taken for degrees. How far does an arm turn?

From 0 to 4, in radians, that is more than half a circle. `np.sin` and `np.cos` take radians, so
there is nothing to convert.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.radians(np.linspace(4 * j, 4 * (j + 1), samples)) + noise * rng.standard_normal(
            samples
        )
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
