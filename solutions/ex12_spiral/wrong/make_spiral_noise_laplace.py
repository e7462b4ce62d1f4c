"""The deviations have the right size, but they are not distributed as normal numbers are. Which
method of `rng` do you call?

`rng.standard_normal` and `rng.normal` give normal numbers. Uniform, Laplacian or exponential ones
may have the same standard deviation, and still look different.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.laplace(0, 0.5**0.5, samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
