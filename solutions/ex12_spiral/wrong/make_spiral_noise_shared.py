"""Each arm has the same random numbers. Where are yours drawn?

Once, before the loop, and so each arm is turned in the same places. Draw anew for each arm, S
numbers each time, or S·K at once.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    shifts = noise * rng.standard_normal(samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + shifts
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
