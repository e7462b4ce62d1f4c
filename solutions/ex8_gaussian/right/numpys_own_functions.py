import numpy as np


def mean_and_covariance(X):
    return np.average(X, axis=0), np.atleast_2d(np.cov(X.T, bias=True))


def shared_covariance(X0, X1):
    centred = np.vstack([X0 - X0.mean(0), X1 - X1.mean(0)])
    # Each part has the mean 0, and so has all of it.
    return np.cov(centred, rowvar=False, ddof=0).reshape(X0.shape[1], X0.shape[1])


def log_density(X, mu, Sigma):
    precision = np.linalg.inv(Sigma)
    d = X - mu
    return -0.5 * (
        X.shape[1] * np.log(2 * np.pi)
        + np.log(np.linalg.det(Sigma))
        + np.einsum("ij,jk,ik->i", d, precision, d)
    )


def posterior(X, mu0, mu1, Sigma, n0, n1):
    w, b = boundary(mu0, mu1, Sigma, n0, n1)
    return 1 / (1 + np.exp(-(X @ w + b)))


def boundary(mu0, mu1, Sigma, n0, n1):
    P = np.linalg.inv(Sigma)
    return P @ (mu1 - mu0), -mu1 @ P @ mu1 / 2 + mu0 @ P @ mu0 / 2 + np.log(n1 / n0)
