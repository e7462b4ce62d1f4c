"""For one feature your covariance is a number, shape (); with more it is a matrix. What shape is
(D, D) where D is 1?

(1, 1). `np.cov` returns a bare number for one variable: put `np.atleast_2d` around it. Or use the
matrix product of `Z.T` and Z, for Z = X − μ, which is always a matrix.
"""

import numpy as np


def mean_and_covariance(X):
    return np.mean(X, axis=0), np.cov(X.T, bias=True)
