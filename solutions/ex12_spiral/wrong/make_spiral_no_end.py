"""Your last point of an arm does not reach the radius 1. Is the end of the range included?

Radius and angle go from the first number to the last in S numbers, both ends included, as
`np.linspace` does by itself. With `endpoint=False`, `np.arange` or i / S the last one is missing.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.arange(samples) / samples
    arms = []
    for j in range(classes):
        angle = 4 * (j + np.arange(samples) / samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
