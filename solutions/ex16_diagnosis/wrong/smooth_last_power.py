"""You divide all values by the same number, 1 − β to the power of T.

Each value has its own t, from 1 to T: the correction is strongest for the first.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta ** len(losses))
    return smoothed
