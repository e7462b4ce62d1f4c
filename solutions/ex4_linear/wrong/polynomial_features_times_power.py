"""Each column is multiplied by its exponent: x, 2x², 3x³, … Is there a factor before the powers?

There is none: a column is x ** k alone. Its weight comes later, from the model.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.stack([k * x**k for k in range(1, degree + 1)], axis=1)
