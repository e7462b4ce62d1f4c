"""Your y has a row for each point. What is asked for one?

Its class id, one number: y is a vector of the shape (S·K,). One-hot rows are made of it later.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.eye(classes)[np.repeat(np.arange(classes), samples)]
