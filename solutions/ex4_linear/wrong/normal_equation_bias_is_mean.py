"""The weights are right, and the bias is the mean of y. When is that the right bias?

Only where the features have the mean 0. The plane goes through the mean of the data, so b =
mean(y) − mean(x) · w.
"""

import numpy as np


def normal_equation(X, y):
    slopes = np.linalg.lstsq(X - X.mean(axis=0), y - y.mean(), rcond=None)[0]
    return slopes, y.mean()
