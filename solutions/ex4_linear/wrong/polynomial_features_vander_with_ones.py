"""The highest power comes first, and there is a column of ones at the end. What do the ones add
where the model has a bias?

They would be a second bias. The columns are x¹ to x^degree, the lowest first: `np.vander(x,
degree + 1, increasing=True)[:, 1:]`, or `x ** k` for each k from 1 to degree.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.vander(x, degree + 1)
