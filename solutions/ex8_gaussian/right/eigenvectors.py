import numpy as np


def mean_and_covariance(X):
    mu = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mu, full_matrices=False)
    return mu, (Vt.T * s**2) @ Vt / len(X)


def shared_covariance(X0, X1):
    parts = [X - X.mean(axis=0, keepdims=True) for X in (X0, X1)]
    stacked = np.concatenate(parts)
    return stacked.T @ stacked / stacked.shape[0]


def whiten(X, Sigma):
    values, vectors = np.linalg.eigh(Sigma)
    return (X @ vectors) / np.sqrt(values), np.log(values).sum()


def log_density(X, mu, Sigma):
    z, logdet = whiten(X - mu, Sigma)
    return -0.5 * (np.linalg.norm(z, axis=1) ** 2 + logdet + len(mu) * np.log(2 * np.pi))


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    # Where exp overflows it is infinite, and 1 / infinity is 0, as it should be.
    with np.errstate(over="ignore"):
        return n1 / (n1 + n0 * np.exp(l0 - l1))


def boundary(mu0, mu1, Sigma, n0, n1):
    values, vectors = np.linalg.eigh(Sigma)
    w = vectors @ ((vectors.T @ (mu1 - mu0)) / values)
    return w, np.log(n1 / n0) - np.dot(w, mu0 + mu1) / 2
