"""This is one mean of all numbers: each column has its own."""

import numpy as np


def mean(x):
    return np.mean(x)
