"""The angle of your class j goes from j to j + 4. Where does that of class 1 begin?

At 4, where that of class 0 ends: both ends are multiplied by 4. So the arms lie 4 radians apart
from one another, and not one.
"""


def make_spiral(samples, classes, noise, rng):
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(j, j + 4, samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
