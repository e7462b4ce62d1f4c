"""The new loss comes in whole: 1 − β does not stand before it.

The two weights add up to 1: β for the average so far, 1 − β for the new loss.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + loss
        smoothed[t - 1] = average / (1 - beta**t)
    return smoothed
