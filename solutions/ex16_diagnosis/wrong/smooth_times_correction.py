"""You multiply by 1 − βᵗ. It is to be divided by.

The first averages are too small, and 1 − βᵗ is less than 1: dividing makes them larger.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average * (1 - beta**t)
    return smoothed
