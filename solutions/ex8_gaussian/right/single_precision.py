import numpy as np

f = np.float32


def mean_and_covariance(X):
    X = X.astype(f)
    mu = X.mean(axis=0)
    c = X - mu
    return mu, np.matmul(c.T, c) / f(len(c))


def shared_covariance(X0, X1):
    S = f(0)
    for X in (X0, X1):
        S = S + f(len(X)) * mean_and_covariance(X)[1]
    return S / f(len(X0) + len(X1))


def log_density(X, mu, Sigma):
    X, mu, Sigma = X.astype(f), mu.astype(f), Sigma.astype(f)
    c = X - mu
    q = (c @ np.linalg.inv(Sigma) * c).sum(1, dtype=f)
    return -(f(len(mu)) * np.log(f(2 * np.pi)) + np.log(np.linalg.det(Sigma)) + q) / f(2)


def posterior(X, mu0, mu1, Sigma, n0, n1):
    difference = log_density(X, mu1, Sigma) - log_density(X, mu0, Sigma) + np.log(f(n1) / f(n0))
    return f(1) / (f(1) + np.exp(-difference))


def boundary(mu0, mu1, Sigma, n0, n1):
    inverse = np.linalg.inv(Sigma.astype(f))
    mu0, mu1 = mu0.astype(f), mu1.astype(f)
    b = -mu1 @ inverse @ mu1 / f(2) + mu0 @ inverse @ mu0 / f(2) + np.log(f(n1 / n0))
    return inverse @ (mu1 - mu0), b
