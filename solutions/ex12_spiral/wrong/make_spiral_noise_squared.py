"""The angles spread too little. By what is a standard normal number multiplied?

By `noise` itself: it is the standard deviation. Its square is a variance, and smaller; and
numbers that are all between −1 and 1 are not normal.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise**2 * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
