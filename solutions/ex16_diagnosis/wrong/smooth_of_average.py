"""You go on with the corrected value in the place of the average.

Keep two things apart: the average a, which goes on undivided, and a / (1 − βᵗ), which is only
written down.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        average = average / (1 - beta**t)
        smoothed[t - 1] = average
    return smoothed
