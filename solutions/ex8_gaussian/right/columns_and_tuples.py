"""Vectors as columns, as in a book, and flat again at the end."""

import numpy as np


def column(v):
    return np.reshape(v, (-1, 1))


def mean_and_covariance(X):
    xs = [column(x) for x in X]
    mu = sum(xs) / len(xs)
    Sigma = sum((x - mu) @ (x - mu).T for x in xs) / len(xs)
    return [mu.flatten(), Sigma]


def shared_covariance(X0, X1):
    counts = [len(X0), len(X1)]
    sigmas = [mean_and_covariance(X)[1] for X in (X0, X1)]
    return np.tensordot(counts, sigmas, axes=1) / sum(counts)


def log_density(X, mu, Sigma):
    inverse = np.linalg.inv(Sigma)
    D = mu.size
    norm = 1 / np.sqrt((2 * np.pi) ** D * np.linalg.det(Sigma))

    def one(x):
        d = column(x) - column(mu)
        return np.log(norm) - 0.5 * (d.T @ inverse @ d).item()

    return np.fromiter((one(x) for x in X), dtype=float)


def posterior(X, mu0, mu1, Sigma, n0, n1):
    p = np.empty(len(X))
    for i, x in enumerate(X):
        l0, l1 = (log_density(x[None, :], m, Sigma).item() for m in (mu0, mu1))
        z = l1 - l0 + np.log(n1 / n0)
        if z >= 0:
            p[i] = 1 / (1 + np.exp(-z))
        else:
            p[i] = np.exp(z) / (1 + np.exp(z))
    return p


def boundary(mu0, mu1, Sigma, n0, n1):
    inverse = np.linalg.inv(Sigma)
    m0, m1 = column(mu0), column(mu1)
    w = inverse @ (m1 - m0)
    b = -0.5 * m1.T @ inverse @ m1 + 0.5 * m0.T @ inverse @ m0 + np.log(n1 / n0)
    return w.ravel(), b.item()
