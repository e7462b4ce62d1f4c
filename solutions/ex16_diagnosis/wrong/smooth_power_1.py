"""You divide each value by 1 − β, without the power.

The correction grows weaker with each loss: βᵗ becomes small, and 1 − βᵗ nearly 1.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta)
    return smoothed
