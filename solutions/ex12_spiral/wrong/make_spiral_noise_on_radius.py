"""The distances from the origin change. What is the noise added to?

To the angle alone: the radius of point i stays `linspace(0, 1, S)[i]`. Noise on x, on y or on the
radius moves a point off its circle.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        radius = np.linspace(0, 1, samples) + noise * rng.standard_normal(samples)
        angle = np.linspace(4 * j, 4 * (j + 1), samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
