"""Your average starts at the first loss, and there is no correction.

So the first loss weighs far more than the others. Start at 0, and divide by 1 − βᵗ.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = losses[0], np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average
    return smoothed
