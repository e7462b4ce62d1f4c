"""The largest comes first here: it is asked last."""

import numpy as np


def spread(x):
    return np.max(x), np.min(x)
