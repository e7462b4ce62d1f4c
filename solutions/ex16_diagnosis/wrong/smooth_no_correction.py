"""These are the averages aₜ without the correction: the first values are too small.

The average began at 0. Divide what you return by 1 − βᵗ, with t = 1 for the first loss.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average
    return smoothed
