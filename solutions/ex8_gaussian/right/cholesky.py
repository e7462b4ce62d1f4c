import numpy as np


def mean_and_covariance(X):
    N, D = X.shape
    mu = X.sum(axis=0) / N
    return mu, (X.T @ X) / N - np.outer(mu, mu)  # E[x x^T] - mu mu^T


def shared_covariance(X0, X1):
    (_, S0), (_, S1) = map(mean_and_covariance, (X0, X1))
    share = X1.shape[0] / (X0.shape[0] + X1.shape[0])
    return S0 + share * (S1 - S0)


def log_density(X, mu, Sigma):
    L = np.linalg.cholesky(Sigma)
    z = np.linalg.solve(L, (X - mu).T)
    return -0.5 * np.sum(z**2, axis=0) - np.log(np.diag(L)).sum() - 0.5 * mu.size * np.log(2 * np.pi)


def posterior(X, mu0, mu1, Sigma, n0, n1):
    logits = np.column_stack(
        [log_density(X, mu0, Sigma) + np.log(n0), log_density(X, mu1, Sigma) + np.log(n1)]
    )
    logits -= logits.max(axis=1, keepdims=True)
    p = np.exp(logits)
    return (p / p.sum(axis=1, keepdims=True))[:, 1]


def boundary(mu0, mu1, Sigma, n0, n1):
    L = np.linalg.cholesky(Sigma)
    a0, a1 = np.linalg.solve(L, mu0), np.linalg.solve(L, mu1)
    w = np.linalg.solve(L.T, a1 - a0)
    return [w, (a0 @ a0 - a1 @ a1) / 2 + np.log(n1) - np.log(n0)]
