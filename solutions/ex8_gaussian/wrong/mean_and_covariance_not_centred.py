"""Your mean is right; your covariance is the mean of the products x xᵀ themselves. What does a
covariance measure the distance from?

From the mean: take μ away from each row first, Z = X − μ, and multiply Z with itself, and not X.
"""

import numpy as np


def mean_and_covariance(X):
    return np.mean(X, axis=0), X.T @ X / len(X)
