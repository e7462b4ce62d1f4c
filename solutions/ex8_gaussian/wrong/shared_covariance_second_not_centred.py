"""Class 0 is measured from its own mean, class 1 from the origin. From where is the spread of a
class measured?

From its own mean, for both: take `X1.mean(axis=0)` away from X1 too.
"""

import numpy as np


def shared_covariance(X0, X1):
    Z = np.vstack([X0 - X0.mean(axis=0), X1])
    return Z.T @ Z / len(Z)
