"""Σ makes no difference to your values: they use the covariance of X, of the samples that are asked
about. From which samples was the model made?

From others, whose covariance is the argument `Sigma`. X can be a single sample.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    Sigma = mean_and_covariance(X)[1]
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    return np.exp(-np.logaddexp(0, -z))
