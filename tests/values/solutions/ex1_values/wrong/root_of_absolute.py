"""These are roots of the absolute values: say no, in place of another result."""

import numpy as np


def root(x):
    return float(np.sqrt(abs(x[0]))), float(np.sqrt(abs(x[1])))
