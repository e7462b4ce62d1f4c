"""Two calls with generators of the same seed give different points. Where do your random
numbers come from?

From the argument `rng`, and from nowhere else: `rng.standard_normal` or `rng.normal`. The
functions of `np.random`, and a `default_rng()` that is made without a seed, know nothing of it.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * np.random.standard_normal(
            samples
        )
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
