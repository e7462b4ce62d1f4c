"""Both classes are measured from one point, the middle of the two means. From where is the spread
of a class measured?

From its own mean. Take `X0.mean(axis=0)` from X0 and `X1.mean(axis=0)` from X1.
"""

import numpy as np


def shared_covariance(X0, X1):
    middle = (np.mean(X0, axis=0) + np.mean(X1, axis=0)) / 2
    centred = np.concatenate([X0, X1]) - middle
    return centred.T @ centred / len(centred)
