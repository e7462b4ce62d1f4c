"""The columns are right, and in the opposite order: the highest power comes first. Which column
is x?

The first one. `np.vander` puts the highest power first unless you say `increasing=True`.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.stack([x**k for k in range(degree, 0, -1)], axis=1)
