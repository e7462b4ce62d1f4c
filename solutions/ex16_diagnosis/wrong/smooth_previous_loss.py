"""You mix each loss with the one before it, and not with the average so far.

The average goes on with itself: on the right side stands what the last round left.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * (losses[t - 2] if t > 1 else 0) + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta**t)
    return smoothed
