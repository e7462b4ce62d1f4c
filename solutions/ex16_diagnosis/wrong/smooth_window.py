"""These are means of the last few losses, a window of 1 / (1 − β).

An exponential average forgets nothing at once: each earlier loss counts β times as much as the
one behind it.
"""

import numpy as np


def smooth(losses, beta):
    size = round(1 / (1 - beta))
    return np.array([np.mean(losses[max(0, t - size) : t]) for t in range(1, len(losses) + 1)])
