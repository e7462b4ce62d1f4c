"""The columns are x, 2x, 3x, …: multiples, all on one line. Can they bend the curve?

Powers are asked: `x ** k`, not `x * k`.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.stack([x * k for k in range(1, degree + 1)], axis=1)
