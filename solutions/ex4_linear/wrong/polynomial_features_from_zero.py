"""There is a column of ones, x⁰, before the others. What does it add where the model has a bias?

It would be a second bias. Begin with x¹: the result has `degree` columns.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.stack([x**k for k in range(degree + 1)], axis=1)
