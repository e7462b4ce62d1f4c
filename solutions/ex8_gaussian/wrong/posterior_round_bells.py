"""Σ makes no difference to your values: they are those of two round bells of width 1. What does Σ
change?

How far a step counts in each direction: use `log_density` with `Sigma`.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0, l1 = (-np.sum((X - mu) ** 2, axis=1) / 2 for mu in (mu0, mu1))
    z = l1 - l0 + np.log(n1 / n0)
    return np.exp(-np.logaddexp(0, -z))
