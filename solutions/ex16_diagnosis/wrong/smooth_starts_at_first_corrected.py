"""Your average starts at the first loss, and is corrected as if it had started at 0.

The division by 1 − βᵗ belongs to a start at 0. Then the first result is the first loss.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = losses[0], np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta**t)
    return smoothed
