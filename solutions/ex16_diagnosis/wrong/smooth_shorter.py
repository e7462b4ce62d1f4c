"""The first value is missing: your result has one number less than there are losses.

Each loss has its value, the first one too: there it is the loss itself.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta**t)
    return smoothed[1:]
