"""Your class j goes from the angle j to j + 1. By what is j multiplied?

By 4: class 0 has the angles from 0 to 4, class 1 those from 4 to 8, and so on. Each arm turns by
4 radians.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(j, j + 1, samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
