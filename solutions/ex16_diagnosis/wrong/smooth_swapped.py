"""β and 1 − β have changed places in the average.

β is how much of the past stays: it stands before the average so far, and 1 − β before the new
loss.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = (1 - beta) * average + beta * loss
        smoothed[t - 1] = average / (1 - beta**t)
    return smoothed
