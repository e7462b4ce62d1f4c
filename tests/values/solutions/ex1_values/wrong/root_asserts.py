"""An assertion can be switched off: `raise ValueError(...)` can't."""

import numpy as np


def root(x):
    assert (x >= 0).all(), f"{x} has a number below 0"
    return float(np.sqrt(x[0])), float(np.sqrt(x[1]))
