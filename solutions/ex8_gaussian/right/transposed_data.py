import numpy as np
import math
from functools import reduce


def mean_and_covariance(X):
    features = X.T
    mu = np.array([math.fsum(f) / f.size for f in features])
    rows = [f - m for f, m in zip(features, mu)]
    Sigma = np.array([[np.vdot(r, c) / r.size for c in rows] for r in rows])
    return mu, Sigma


def shared_covariance(X0, X1):
    def scatter(X):
        return reduce(np.add, (np.outer(x, x) for x in X - X.mean(axis=0)))

    return (scatter(X0) + scatter(X1)) / len([*X0, *X1])


def log_density(X, mu, Sigma):
    D, N = len(mu), len(X)
    diff = (X - mu).T
    assert diff.shape == (D, N)
    quadratic = (diff * (np.linalg.inv(Sigma) @ diff)).sum(axis=0)
    det = np.prod(np.linalg.eigvalsh(Sigma))
    return -D / 2 * math.log(2 * math.pi) - math.log(det) / 2 - quadratic / 2


def posterior(X, mu0, mu1, Sigma, n0, n1):
    terms = np.array([log_density(X, m, Sigma) + math.log(n) for m, n in ((mu0, n0), (mu1, n1))])
    ratio = np.exp(-np.abs(terms[1] - terms[0]))
    small = ratio / (1 + ratio)
    return np.where(terms[1] > terms[0], 1 - small, small)


def boundary(mu0, mu1, Sigma, n0, n1):
    # b is what the log odds are at the origin, and w what one step along each axis adds to it.
    def log_odds(x):
        points = x[None, :]
        l0, l1 = log_density(points, mu0, Sigma), log_density(points, mu1, Sigma)
        return (l1 - l0)[0] + math.log(n1 / n0)

    b = log_odds(np.zeros(len(mu0)))
    return np.array([log_odds(e) - b for e in np.eye(len(mu0))]), b
