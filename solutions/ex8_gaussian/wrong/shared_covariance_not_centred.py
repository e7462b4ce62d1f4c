"""These are the values without taking a mean away. What is the spread of a cloud measured from?

From the mean of its own class: `X0 - X0.mean(axis=0)`, and likewise for X1, before the products.
"""

import numpy as np


def shared_covariance(X0, X1):
    both = np.concatenate([X0, X1])
    return both.T @ both / len(both)
