"""Your points stand in turn: one of class 0, one of class 1, and so on. In which order are they
asked?

All S points of class 0 first, then all of class 1: put whole arms below one another, and take
care that y has the same order.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.stack(arms, axis=1).reshape(-1, 2), np.tile(np.arange(classes), samples)
