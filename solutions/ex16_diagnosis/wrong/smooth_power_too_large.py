"""The power of β is too large by 1: for the first loss you divide by 1 − β².

For the first loss t is 1, so the first result is the first loss itself.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta ** (t + 1))
    return smoothed
