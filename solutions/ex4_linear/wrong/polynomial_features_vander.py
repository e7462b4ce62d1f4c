"""The columns go from x^(degree − 1) down to x⁰: the last one is all ones, and the highest power is
missing. Which powers are asked, and in which order?

x¹ to x^degree, the lowest first. `np.vander(x, degree)` begins with x^(degree − 1). Ask it for one
column more, with `increasing=True`, and cut off the ones; or compute `x ** k` for each k from 1 to
degree.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.vander(x, degree)
