"""All arms lie on each other: your points of class 1 are those of class 0.

The angle of class j begins at 4j and ends at 4(j + 1). With the angle of class 0 for all, no
classifier could tell one class from another.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(0, 4, samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
