"""The noise turns the points to one side. Which numbers do you draw?

Standard normal ones are asked, as many below 0 as above: `rng.standard_normal` or `rng.normal`.
What `rng.random` gives lies between 0 and 1, so it only turns one way.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.random(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
