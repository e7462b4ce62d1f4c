"""The fitted plane goes through the origin: the bias is 0. What lets the plane move up and down?

Put a column of ones beside X. The weight that it gets is the bias.
"""

import numpy as np


def normal_equation(X, y):
    return np.linalg.lstsq(X, y, rcond=None)[0], 0.0
