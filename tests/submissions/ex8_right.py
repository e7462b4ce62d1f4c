"""Exercise 8 in a style of its own: Cholesky, partial, and the posterior by the boundary."""

import numpy as np
from functools import partial

cov_ml = partial(np.cov, rowvar=False, bias=True)
mean0 = partial(np.mean, axis=0)

def mean_and_covariance(X):
    return mean0(X), np.atleast_2d(cov_ml(X))

def shared_covariance(X0, X1):
    return np.average([mean_and_covariance(A)[1] for A in (X0, X1)], axis=0, weights=[len(X0), len(X1)])

def log_density(X, mu, Sigma):
    L = np.linalg.cholesky(Sigma)
    y = np.linalg.solve(L, (X - mu).T)
    return -0.5 * len(mu) * np.log(2 * np.pi) - np.log(np.diag(L)).sum() - 0.5 * (y ** 2).sum(axis=0)

def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    return w, -0.5 * (mu0 + mu1) @ w + np.log(n1 / n0)

def posterior(X, *model):
    w, b = boundary(*model)
    return 0.5 * (1 + np.tanh((X @ w + b) / 2))
